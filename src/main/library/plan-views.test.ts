import { expect, it } from 'vitest'
import type { SavedView, ViewChange } from '#shared/library/saved-view'
import { planViews } from './plan-views'

const climate: SavedView = { name: 'Climate desk', query: 'topic:Climate quality>=50' }
const late: SavedView = { name: 'Late', query: 'date>=2026-03', sort: '-date', group: 'provider' }

const add = (view: SavedView, before: string | null = null): ViewChange => ({
  was: null,
  view,
  before
})
const become = (was: SavedView, view: SavedView): ViewChange => ({ was, view, before: null })
const remove = (was: SavedView): ViewChange => ({ was, view: null, before: null })

function planned(text: string, change: ViewChange): string {
  const plan = planViews(text, change)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

const FILE = `# Of the whole newsroom.
stories: [_news/*.md] # no drafts

views:
  # For the morning meeting.
  - name: 'Climate desk'
    query: topic:Climate quality>=50   # was 40
  - name: Late
    query: date>=2026-03
    sort: -date
    group: provider
`

it('makes the list where there is none, and leaves all else alone', () => {
  expect(planned('', add(climate))).toBe(
    'views:\n  - name: Climate desk\n    query: topic:Climate quality>=50\n'
  )
  const text = '# Ours.\nstories: [a.md] # one'
  expect(planned(text, add(late))).toBe(
    `${text}\nviews:\n  - name: Late\n    query: date>=2026-03\n    sort: "-date"\n    group: provider`
  )
})

it('adds a view last, or before another one, spelled like its neighbours', () => {
  const view = { name: 'Yes', query: '' }
  expect(planned(FILE, add(view))).toBe(`${FILE}  - name: 'Yes'\n    query: ""\n`)
  expect(planned(FILE, add(view, 'Late'))).toBe(
    FILE.replace('  - name: Late', `  - name: 'Yes'\n    query: ""\n  - name: Late`)
  )
})

it('moves a view with its comments, and leaves the others as they are', () => {
  const move = (view: SavedView, before: string | null) =>
    planned(FILE, { was: view, view, before })
  const [head = '', rest = ''] = FILE.split('  # For the morning meeting.\n')
  const [first = ''] = rest.split('  - name: Late')
  const last = rest.slice(first.length)

  const moved = move(late, 'Climate desk')
  expect(moved).toContain(last)
  expect(moved).toContain(first)
  expect(moved.indexOf('name: Late')).toBeLessThan(moved.indexOf("name: 'Climate desk'"))
  expect(move(climate, null)).toContain(head)
  expect(move(climate, null).indexOf('name: Late')).toBeLessThan(
    move(climate, null).indexOf("name: 'Climate desk'")
  )
  expect(move(climate, 'Late')).toBe(FILE)
  expect(move(late, null)).toBe(FILE)
})

it('renames a view by its one line, and gives it another search by the other', () => {
  expect(planned(FILE, become(climate, { ...climate, name: 'Climate' }))).toBe(
    FILE.replace("'Climate desk'", "'Climate'")
  )
  expect(planned(FILE, become(climate, { ...climate, query: 'topic:Climate' }))).toBe(
    FILE.replace('topic:Climate quality>=50', 'topic:Climate')
  )
  expect(planned(FILE, become(late, { name: 'Late', query: late.query, sort: 'title' }))).toBe(
    FILE.replace('sort: -date\n    group: provider', 'sort: title')
  )
})

it('takes a view out with its lines', () => {
  expect(planned(FILE, remove(late))).toBe(FILE.slice(0, FILE.indexOf('  - name: Late')))
})

it.each([
  ['Windows line ends', FILE.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${FILE}`],
  ['a document start', `---\n${FILE}`],
  ['no line end at its end', FILE.trimEnd()]
])('keeps %s', (_, text) => {
  const there = planned(text, become(late, { ...late, name: 'Later' }))
  expect(there).toBe(text.replace('name: Late', 'name: Later'))
  expect(planned(there, become({ ...late, name: 'Later' }, late))).toBe(text)
})

it.each([
  ['a view that is another one by now', remove({ ...late, query: 'x' }), { code: 'changed' }],
  ['a view that is gone', become({ ...late, name: 'Gone' }, late), { code: 'changed' }],
  ['a second view of a name', add({ ...climate, name: 'LATE' }), { code: 'taken', name: 'LATE' }],
  ['a rename to a taken name', become(climate, { ...climate, name: 'late' }), { code: 'taken' }]
])('refuses %s', (_, change, error) => {
  expect(planViews(FILE, change)).toMatchObject({ ok: false, error })
})

it.each([
  ['broken YAML', 'stories: [a.md]\nx: "open', 2],
  ['views that are no list', '# one\nviews: 5\n', 2],
  ['an alias in the place of a view', 'x: &a {name: Late, query: y}\nviews:\n  - *a\n', 3]
])('refuses to write into %s, with its line', (_, text, line) => {
  const change = become({ name: 'Late', query: 'y' }, late)
  expect(planViews(text, change)).toMatchObject({ ok: false, error: { code: 'settings', line } })
})
