import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { patchFrontMatter } from '../src/main/front-matter/patch'
import { readFrontMatter } from '../src/main/front-matter/read'
import { toJson } from '../src/main/front-matter/value'
import type { Json, JsonObject, JsonPatch } from '../src/shared/json'
import { aFolder } from './a-folder'
import { aRepository, conflictList, gitIn, gitOrThrow, useDriver } from './a-repository'

const STORIES = 3
/** `STORYDESK_LONG=1` goes on for minutes. */
const ROUNDS = process.env.STORYDESK_LONG === '1' ? 200 : 10

const nameOf = (n: number) => `_news/${n}.md`
const names = Array.from({ length: STORIES }, (_, n) => nameOf(n))

const link = (name: string, quality: number): string =>
  `- title: "${name}" # seen\n  webUrl: https://${name}.example/\n  quality: ${quality}\n`

const firstText = (n: number): string =>
  [
    '---',
    `title: 'Story ${n}' # a comment`,
    'quality: 50',
    'heat: -1',
    'published: false # by hand',
    'unknown: {a: [1, 2]}',
    'topics:',
    '  - Oceans',
    '  - Ports',
    'related:',
    ...[90, 80, 70, 60].flatMap((quality) =>
      link(`first${quality}`, quality).trimEnd().split('\n')
    ),
    'secured: "q8fN=="',
    '---',
    `Body of ${n}`,
    ''
  ].join(n % 2 === 0 ? '\n' : '\r\n')

/** What a story says, one value a line of the model; a link is there as long as its quality is. */
type Model = ReadonlyMap<string, string>

/** Reads a story without any code of the project. */
function modelOf(text: string): Model {
  const model = new Map<string, string>()
  for (const [, key = '', value = ''] of text.matchAll(
    /^(title|quality|heat|published|secured): ([^#\r\n]*)/gm
  )) {
    model.set(key, value.trim())
  }
  for (const [, topic = ''] of text.matchAll(/^ {2}- (.*?)\r?$/gm))
    model.set(`topic ${topic}`, 'there')
  const links = /^- title: "(.*?)"[^\n]*\n {2}webUrl: [^\n]*\n {2}quality: (\d+)/gm
  for (const [, name = '', quality = ''] of text.matchAll(links)) model.set(`link ${name}`, quality)
  return model
}

/** What must come of both: what one side changed, or ours with a clash where both did, each in another way. */
function mergedModel(base: Model, ours: Model, theirs: Model) {
  const merged = new Map<string, string>()
  const clashes: string[] = []
  for (const key of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const [was, our, their] = [base.get(key), ours.get(key), theirs.get(key)]
    if (our !== was && their !== was && our !== their) clashes.push(key)
    const value = our === was ? their : our
    if (value !== undefined) merged.set(key, value)
  }
  return { merged, clashes }
}

function createRandom(seed: number) {
  let state = seed
  return (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
type Random = ReturnType<typeof createRandom>

/** Another program: rewrites lines of its own. */
function robotEdits(text: string, random: Random, round: number): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const edits: readonly ((text: string) => string)[] = [
    (t) => t.replace(/^heat: .*?(?=\r?$)/m, `heat: ${random(500) - 1}`),
    (t) => t.replace(/^secured: .*?(?=\r?$)/m, `secured: "blob${round}=="`),
    (t) =>
      t.replace(
        /^related:\r?\n/m,
        (key) => key + link(`robot${round}x${random(1000)}`, 99).replaceAll('\n', eol)
      ),
    (t) => t.replace(/^ {2}quality: .*?(?=\r?$)/m, `  quality: ${random(100)}`),
    (t) => t.replace(/(?<=^related:\r?\n(?:(?:-| ).*\n){6})- title.*\n.*\n.*\n/m, ''),
    (t) => t.replace(/^title: '.*?'/m, `title: 'Robot ${round}'`)
  ]
  const chosen = edits.slice(0, -1).filter(() => random(2) === 0)
  if (random(3) === 0) chosen.push(edits.at(-1) as (text: string) => string)
  return chosen.reduce((now, edit) => edit(now), text)
}

/** A person at a desk: changes fields, topics and links by patches. */
function editorEdits(text: string, random: Random, round: number): string {
  const read = readFrontMatter(Buffer.from(text))
  if (read.kind !== 'front-matter') throw new Error(read.problem.message)
  const data = toJson(read.frontMatter.data) as JsonObject
  const links = (data.related as readonly Json[]).length
  const topics = (data.topics as readonly Json[]).length
  const steps: readonly JsonPatch[] = [
    [{ op: 'replace', path: '/quality', value: random(140) }],
    [{ op: 'replace', path: '/published', value: random(2) === 0 }],
    [{ op: 'add', path: `/topics/${random(topics + 1)}`, value: `Topic${round}` }],
    topics > 1 ? [{ op: 'remove', path: `/topics/${random(topics)}` }] : [],
    links > 1 ? [{ op: 'move', from: `/related/${random(links)}`, path: '/related/0' }] : [],
    links > 3 ? [{ op: 'remove', path: `/related/${random(links)}` }] : [],
    [
      {
        op: 'add',
        path: '/related/-',
        value: { title: `desk${round}`, webUrl: `https://desk${round}.example/`, quality: 10 }
      }
    ],
    random(3) === 0 ? [{ op: 'replace', path: '/title', value: `Desk ${round}` }] : []
  ]
  const patch = steps.filter(() => random(2) === 0).flat()
  const patched = patchFrontMatter(read.frontMatter, patch)
  if (!patched.ok) throw new Error(patched.error.message)
  return patched.value.text
}

it(`loses no edit of a robot and an editor who commit, pull and push for ${ROUNDS} rounds`, async () => {
  const first = Object.fromEntries(names.map((name, n) => [name, firstText(n)]))
  const start = await aRepository({ ...first, '.gitattributes': '*.md -text merge=storydesk\n' })
  const { folder } = await aFolder()
  gitOrThrow(folder)('clone', '--quiet', '--bare', start.folder, 'origin')
  const random = createRandom(23)
  const clones = (['robot', 'editor'] as const).map((who) => {
    const path = join(folder, who)
    gitOrThrow(folder)('clone', '--quiet', 'origin', who)
    const git = gitOrThrow(path)
    useDriver(git)
    git('config', 'gc.auto', '0')
    return { who, path, git }
  })
  const told = { merges: 0, clashes: 0, byGitAlone: 0 }
  const merged: { readonly text: string; readonly model: Model }[] = []

  for (let round = 1; round <= ROUNDS; round += 1) {
    const [first, second] = round % 2 === 0 ? clones : clones.toReversed()
    if (first === undefined || second === undefined) return
    second.git('pull', '--quiet', '--ff-only') // the other one pushed last
    const before = textsIn(first.path)
    for (const { who, path, git } of [first, second]) {
      const edit = who === 'robot' ? robotEdits : editorEdits
      for (const name of names.filter(() => random(3) > 0)) {
        const text = before.get(name) ?? ''
        writeFileSync(join(path, name), edit(text, random, round))
      }
      git('commit', '--quiet', '--allow-empty', '--all', '--message', `${who} ${round}`)
    }
    const [theirs, ours] = [textsIn(first.path), textsIn(second.path)]
    first.git('push', '--quiet')

    const { code, said } = gitIn(second.path, 'pull', '--quiet', '--no-rebase')

    const expected = names.map((name) => {
      const [was, our, their] = [before, ours, theirs].map((texts) => texts.get(name) ?? '')
      const both = was !== our && was !== their && our !== their
      if (both) told.merges += 1
      if (both && gitAloneConflicts(folder, was ?? '', our ?? '', their ?? '')) told.byGitAlone += 1
      return { name, ...mergedModel(modelOf(was ?? ''), modelOf(our ?? ''), modelOf(their ?? '')) }
    })
    const clashing = expected.filter(({ clashes }) => clashes.length > 0)
    told.clashes += clashing.length
    expect({ round, code, said }).toMatchObject({ code: clashing.length > 0 ? 1 : 0 })
    const found = textsIn(second.path)
    for (const { name, merged: model } of expected) {
      expect([round, name, modelOf(found.get(name) ?? '')]).toEqual([round, name, model])
      merged.push({ text: found.get(name) ?? '', model })
    }
    for (const { name } of clashing) rmSync(join(second.path, conflictList(name)))
    if (clashing.length > 0) second.git('commit', '--quiet', '--all', '--no-edit')
    second.git('push', '--quiet')
  }

  console.log(`${ROUNDS} rounds: ${JSON.stringify(told)}`)
  expect(told.merges).toBeGreaterThan(ROUNDS)
  expect(told.clashes).toBeGreaterThan(0)
  expect(told.byGitAlone).toBeGreaterThan(told.clashes)
  for (const { text } of merged) {
    expect(text).toMatch(
      /^---\r?\ntitle: .* # a comment\r?\n[\s\S]*\nunknown: \{a: \[1, 2\]\}\r?\n[\s\S]*\nBody of \d\r?\n$/
    )
    expect(text.replaceAll('\r\n', '')).not.toMatch(text.includes('\r\n') ? /\n/ : /\r/)
  }
  readWithRuby(folder, merged)
}, 900_000)

const textsIn = (path: string): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]))

function gitAloneConflicts(folder: string, base: string, ours: string, theirs: string): boolean {
  for (const [name, text] of Object.entries({ base, ours, theirs }))
    writeFileSync(join(folder, name), text)
  return gitIn(folder, 'merge-file', '-p', 'ours', 'base', 'theirs').code !== 0
}

/** Has Psych, which reads stories for Jekyll, say what stands in them; nothing where there is no ruby. */
function readWithRuby(folder: string, merged: readonly { text: string; model: Model }[]): void {
  const program = `JSON.parse(STDIN.read).each { |text|
    data = Psych.safe_load(text[/\\A---\\s*\\n(.*?)^---/m, 1])
    puts JSON.generate([data['quality'], data['heat'], data['published'], data['topics'].sort,
      data['related'].map { |link| [link['title'], link['quality']] }.sort]) }`
  const { error, status, stdout, stderr } = spawnSync(
    'ruby',
    ['-rjson', '-rpsych', '-e', program],
    {
      cwd: folder,
      input: JSON.stringify(merged.map(({ text }) => text)),
      encoding: 'utf8',
      maxBuffer: 1e9
    }
  )
  if (error !== undefined) return
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(read).toEqual(merged.map(({ model }) => asRead(model)))
}

function asRead(model: Model): Json {
  const below = (prefix: string) =>
    [...model]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value] as const)
  const byName = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]) =>
    a[0] < b[0] ? -1 : 1
  return [
    Number(model.get('quality')),
    Number(model.get('heat')),
    model.get('published') === 'true',
    below('topic ')
      .map(([topic]) => topic)
      .sort(),
    below('link ')
      .map(([name, quality]) => [name, Number(quality)] as const)
      .sort(byName)
  ]
}
