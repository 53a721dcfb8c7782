import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { changedStories } from '../src/main/changes/changed-stories'
import { mergeStory } from '../src/main/changes/merge-story'
import { readFrontMatter } from '../src/main/front-matter/read'
import { generatedName, generateLibrary } from './generate'
import { inventedStory } from './invented-library'

/** Rows of all changed stories, field by field, against `git status` on the same repository. */
const MOST_STATUS = 2
/** One merge of two large stories, in milliseconds. */
const MOST_MERGE_MS = 100
const STORIES = 12_000
const CHANGED = 500
const ROUNDS = 7

const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' }

function git(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
}

/** A library in git, of which the editor and the robot changed some stories since the last commit. */
function aChangedLibrary(folder: string, links: number): void {
  generateLibrary(folder, { stories: STORIES, links })
  git(folder, 'init', '--quiet')
  git(folder, 'config', 'user.name', 'Bench')
  git(folder, 'config', 'user.email', 'bench@desk.example')
  git(folder, 'add', '--all')
  git(folder, 'config', 'gc.auto', '0') // git would pack beside what is measured
  git(folder, 'commit', '--quiet', '-m', 'All')
  git(folder, 'repack', '-adq') // as in a clone
  for (let n = 0; n < CHANGED; n += 1) {
    const path = join(folder, generatedName(n * Math.floor(STORIES / CHANGED)))
    writeFileSync(path, changed(readFileSync(path, 'utf8'), n))
  }
  spawnSync('git', ['update-index', '-q', '--refresh'], { cwd: folder })
}

/** A third is published, a third scored, and a third got a link from the robot. */
function changed(text: string, n: number): string {
  if (n % 3 === 0)
    return text.replace(/^published: .*$/m, `published: ${!/^published: true/m.test(text)}`)
  if (n % 3 === 1) return text.replace(/^quality: .*$/m, `quality: ${200 + n}`)
  const added = `related:\n  - title: "New ${n}"\n    webUrl: "https://new.example/${n}"\n    quality: 99\n`
  return text.replace(/^related:(?: \[\])?\n/m, added)
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The median of several rounds, each doing everything once. */
async function medians<Name extends string>(works: Readonly<Record<Name, () => unknown>>) {
  const times = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(works) as Name[]) {
      times.set(name, [...(times.get(name) ?? []), await timed(works[name])])
    }
  }
  const median = (all: readonly number[]) =>
    all.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
  return Object.fromEntries(
    [...times].map(([name, all]) => [name, Math.round(median(all) * 10) / 10])
  ) as Record<Name, number>
}

async function benchRows(folder: string, links: number) {
  aChangedLibrary(folder, links)
  const root = realpathSync(folder)
  const { status, rows } = await medians({
    status: () => git(root, 'status', '--porcelain', '--untracked-files=all'),
    rows: async () => {
      const found = await changedStories({ root }, (path) => path.endsWith('.md'))
      const complete = found.ok ? found.value.stories.filter(({ fields }) => fields.length > 0) : []
      if (complete.length !== CHANGED) throw new Error(`${complete.length} of ${CHANGED} stories`)
    }
  })
  return {
    what: `${CHANGED} of ${STORIES} stories, ${links} links`,
    status,
    rows,
    ratio: round(rows / status)
  }
}

/** As large as the largest real story. */
async function benchMerge() {
  const text = inventedStory(1, 185)
  const [base, ours, theirs] = [
    text,
    text
      .replace(/^quality: .*$/m, 'quality: 199')
      .replace('  - title:', '  - title: "Ours"\n    webUrl: "https://o.example/"\n  - title:'),
    text
      .replace(/^heat: .*$/m, 'heat: 999')
      .replace(/quality: \d+\n {4}images/g, 'quality: 1\n    images')
  ].map((version) => Buffer.from(version)) as [Buffer, Buffer, Buffer]
  const { load, merge } = await medians({
    load: () => readFrontMatter(base),
    merge: () => {
      if (mergeStory({ base, ours, theirs }).conflicts.length > 0) throw new Error('They clash')
    }
  })
  return {
    what: `merge of ${Math.round(base.length / 1000)} kB`,
    load,
    merge,
    ratio: round(merge / load)
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

const scratch = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
const rows = [
  await benchRows(join(scratch, 'small'), 5),
  await benchRows(join(scratch, 'large'), 38)
]
const merge = await benchMerge()
rmSync(scratch, { recursive: true })
console.table([...rows, merge])
const budget = { 'rows / status': MOST_STATUS, mergeMs: MOST_MERGE_MS }
console.log(
  JSON.stringify({ bench: 'changes', load: loadavg()[0]?.toFixed(1), budget, rows, merge })
)
const isWithin = rows.every(({ ratio }) => ratio <= MOST_STATUS) && merge.merge <= MOST_MERGE_MS
process.exitCode = isWithin ? 0 : 1
