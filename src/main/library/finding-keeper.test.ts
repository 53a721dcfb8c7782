import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, id, silent, until } from '../../../test/a-library'
import type { LibraryEvent, LibrarySnapshot } from '../../shared/library/library-state'
import { createLibrary } from './library'

const story = (lines: string): string => `---\ntitle: Tides\nquality: 1\n${lines}---\n`
const GOOD = story('published: false\n')
const link = (url: string, quality = 5): string =>
  `  - title: A link\n    webUrl: ${url}\n    quality: ${quality}\n`

const found = ({ findings = [] }: LibrarySnapshot): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(findings.map(({ id: one, found: all }) => [one, all.map(({ rule }) => rule)]))

it('knows what the checks find, as stories come, change and go', async () => {
  const { library, path, write } = await aLibrary({
    'good.md': GOOD,
    'late.md': story('published: "false"\n'),
    'twice.md': story(`related:\n${link('https://a.example/1')}${link('https://a.example/1')}`)
  })

  await until(library, (now) => found(now)['late.md'] !== undefined)
  expect(library.snapshot().findings?.find((one) => one.id === 'late.md')?.found[0]).toEqual({
    rule: 'published-by-mistake',
    severity: 'error',
    count: 1,
    fixable: 1,
    line: 4,
    message: '`published` is the text “false”, not `false`, so Jekyll publishes this story.'
  })
  expect(found(library.snapshot())['twice.md']).toContain('repeated-link')

  await write('late.md', GOOD)
  await until(library, (now) => found(now)['late.md']?.includes('published-by-mistake') !== true)
  await write('good.md', story('published: "no"\n'))
  await until(library, (now) => found(now)['good.md']?.[0] === 'published-by-mistake')
  await rm(path('twice.md'))
  await until(library, (now) => found(now)['twice.md'] === undefined)
})

it('looks at all stories again when the rules or the topics of the site are others', async () => {
  const { library, write } = await aLibrary({
    'a.md': story('topics:\n  - Enrgy\n'),
    '_data/topics/energy.yaml': 'name: Energy\n',
    'storydesk.yml': 'checks:\n  missing-field: off\n'
  })
  await until(library, (now) => found(now)['a.md']?.includes('unknown-topic') === true)
  expect(found(library.snapshot())['a.md']).not.toContain('missing-field')

  await write('storydesk.yml', 'checks:\n  unknown-topic: error\n')
  await library.refresh()
  await until(library, ({ findings = [] }) => findings[0]?.found[0]?.severity === 'error')

  await write('_data/topics/enrgy.yaml', 'name: Enrgy\n')
  await library.refresh()
  await until(library, (now) => found(now)['a.md']?.includes('unknown-topic') !== true)
})

it('looks again at stories whose pictures came or went', async () => {
  const { library, path, write } = await aLibrary({
    'a.md': story('images:\n  - /pictures/tide.png\n'),
    'b.md': GOOD
  })
  await until(library, (now) => found(now)['a.md']?.includes('missing-picture') === true)

  await write('pictures/tide.png', 'a picture')
  await library.refresh()
  await until(library, (now) => found(now)['a.md']?.includes('missing-picture') !== true)

  await rm(path('pictures/tide.png'))
  await library.refresh()
  await until(library, (now) => found(now)['a.md']?.includes('missing-picture') === true)
})

it('looks again at stories whose date was still to come', async () => {
  const { folder } = await aFolder({
    'a.md': story('publishedDateTime: 2026-03-12T10:00:00Z\n'),
    'b.md': GOOD
  })
  let clock = Date.parse('2026-03-12T09:00:00Z')
  const library = createLibrary({ log: silent, appData: null, now: () => clock })
  onTestFinished(() => library.close())
  await library.open(folder)
  await until(library, (now) => found(now)['a.md']?.includes('future-date') === true)

  clock = Date.parse('2026-03-12T11:00:00Z')
  await library.refresh()
  await until(library, (now) => found(now)['a.md']?.includes('future-date') !== true)
})

it('tells windows only of stories in which something else is found', async () => {
  const { library, write } = await aLibrary({ 'a.md': story('published: "no"\n'), 'b.md': GOOD })
  await until(library, (now) => found(now)['a.md'] !== undefined)
  const told: (readonly string[] | undefined)[] = []
  library.events.subscribe(({ findings }: LibraryEvent) => {
    if (findings !== undefined) told.push(findings.map((one) => one.id))
  })

  await write('a.md', story('published: "no"\nmood: calm\n'))
  await write('b.md', story('published: "no"\n'))
  await until(library, (now) => found(now)['b.md']?.[0] === 'published-by-mistake')

  expect(told.flat()).toEqual(['b.md'])
})

it('tells all that is found in one story now, and of stories that are not there', async () => {
  const { library } = await aLibrary({ 'a.md': story('published: "no"\nheat: high\n') })

  const findings = await library.findingsOf(id('a.md'))

  expect(findings.ok && findings.value.map(({ rule, field }) => [rule, field])).toEqual([
    ['published-by-mistake', 'published'],
    ['not-a-number', 'heat'],
    ['missing-field', 'excerpt']
  ])
  expect(await library.findingsOf(id('gone.md'))).toMatchObject({ error: { code: 'not-found' } })
})

it('fixes what one rule finds in many stories as one step, and leaves everything else', async () => {
  const repeats = [1, 2, 1, 2, 1].map((n) => link(`https://a.example/${n}`)).join('')
  const once = [1, 2].map((n) => link(`https://a.example/${n}`)).join('')
  const files = {
    'a.md': story(`related:\n${repeats}heat: high\n`),
    'b.md': story(`related:\n${link('https://b.example/')}${link('https://b.example/')}`),
    'same.md': GOOD,
    'broken.md': '---\ntitle: "Tides\n---\n'
  }
  const { library, text } = await aLibrary(files)
  const ids = Object.keys(files).map(id)
  const fix = { kind: 'fix', rule: 'repeated-link', field: null } as const

  const previews = await library.previewBulk(ids, fix)
  expect(previews.map(({ changes }) => changes.length)).toEqual([3, 1, 0, 0])
  expect(await text('a.md')).toBe(files['a.md'])

  const outcome = await library.bulk(ids, fix)

  expect(outcome).toMatchObject({ label: 'Fix “Repeated links” in 2 stories', unchanged: 1 })
  expect(outcome?.failed.map((error) => error.id)).toEqual(['broken.md'])
  expect(await text('a.md')).toBe(story(`related:\n${once}heat: high\n`))
  expect(await text('b.md')).toBe(story(`related:\n${link('https://b.example/')}`))

  await library.undo()
  expect(await text('a.md')).toBe(files['a.md'])
  expect(await text('b.md')).toBe(files['b.md'])
})

it('fixes one finding alone', async () => {
  const { library, text } = await aLibrary({ 'a.md': story('heat: "1"\n').replace('1\n', '"2"\n') })

  await library.bulk([id('a.md')], { kind: 'fix', rule: 'not-a-number', field: 'heat' })

  expect(await text('a.md')).toBe('---\ntitle: Tides\nquality: "2"\nheat: 1\n---\n')
})

/** The nice values of this program's threads, as Linux tells them (proc_pid_stat(5), field 19). */
function niceValues(): readonly number[] {
  const tasks = '/proc/self/task'
  const values = readdirSync(tasks).map((task) => {
    const stat = readFileSync(`${tasks}/${task}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
  })
  return values.toSorted((a, b) => b - a)
}

it.runIf(process.platform === 'linux')('lets all other threads go first', async () => {
  const { library } = await aLibrary({ 'a.md': story('published: "no"\n') })
  await until(library, (now) => found(now)['a.md'] !== undefined)

  const [nicest, ...others] = niceValues()
  expect(nicest).toBe(19)
  expect(others.at(-1)).toBeLessThan(19)
})
