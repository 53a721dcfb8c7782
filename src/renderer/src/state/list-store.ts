import { createStore, type StoreApi } from 'zustand/vanilla'
import { runQuery } from '#shared/library/query'
import { compileQuery } from '#shared/library/query-match'
import { parseQuery } from '#shared/library/query-parse'
import type { Query, QueryError } from '#shared/library/query-syntax'
import { tokensOf } from '#shared/library/query-tokens'
import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { filterQuery } from './filters'
import { askingOf, isProblem } from './findings'
import { groupProblems } from './group-problems'
import { type GroupedRows, groupRows, type RowGroup } from './group-rows'
import type { Library, LibraryStore } from './library-store'
import { type PatchedList, patchList } from './list-patch'
import { settleOrder } from './settle-order'
import { fitsView, type View, type ViewName, type ViewStore, viewQuery } from './view-store'

export type List = {
  /** All stories of the library, in no order that means anything. */
  readonly stories: readonly Story[]
  /** What the view, the filters and the search leave, in order. */
  readonly rows: readonly Story[]
  /** How the rows are grouped, in their order; empty if they are not. */
  readonly groups: readonly RowGroup[]
  /**
   * Why the search text cannot be understood. The rows are then those of what stands beside a field without a value,
   * or else of the last text that could be understood.
   */
  readonly error: QueryError | null
  readonly counts: { readonly [name in ViewName]: number }
  /** How many of the stories that search and filters leave are reviewed or held, and how many those are in all. */
  readonly progress: { readonly done: number; readonly total: number }
}

export type ListStore = StoreApi<List>

/** More changes at once are found by looking through all stories. */
const FEW = 200

/** Keeps the rows of the list in step with the library and with what the editor asks for. */
export function createListStore(library: LibraryStore, view: ViewStore): ListStore {
  const store = createStore<List>(() => ({
    stories: [],
    rows: [],
    groups: [],
    error: null,
    counts: { inbox: 0, all: 0, published: 0, unpublished: 0, held: 0, problems: 0 },
    progress: { done: 0, total: 0 }
  }))
  let understood: Query = { kind: 'all', of: [] }
  let lingers = false

  function narrowed(): Query {
    const { name, filters } = view.getState()
    return { kind: 'all', of: [viewQuery(name), filterQuery(filters), understood] }
  }

  const known = askingOf(library)
  /** Whether what is shown depends on what the checks find. */
  let asksFindings = false
  const asking: typeof known = {
    ...known,
    findingsOf(story) {
      asksFindings = true
      return known.findingsOf(story)
    }
  }

  function find(stories: readonly Story[]): Pick<List, 'rows' | 'progress'> {
    const { name, sort } = view.getState()
    const { reviews } = library.getState()
    asksFindings = name === 'problems'
    const found = runQuery(stories, narrowed(), sort, asking)
    const done = reviews.size === 0 ? [] : found.filter(({ id }) => reviews.has(id))
    const progress = { done: done.length, total: found.length }
    switch (name) {
      case 'inbox':
        return { rows: done.length === 0 ? found : without(found, reviews), progress }
      case 'held':
        return { rows: done.filter(({ id }) => reviews.get(id) === 'held'), progress }
      default:
        return { rows: found, progress }
    }
  }

  function onView(next: View, last: View): void {
    if (isSameSearch(next, last)) {
      if (next.current !== last.current) dropLinger(last.current)
      return
    }
    const query = parseQuery(next.text)
    const rest = query.ok ? query : parseQuery(withoutUnfinished(next.text))
    if (rest.ok) understood = rest.value
    const error = query.ok ? null : query.error
    store.setState(({ stories }) => {
      const { rows, progress } = find(stories)
      return { error, progress, ...grouped(rows, []) }
    })
    lingers = false
  }

  function onLibrary(now: Library, before: Library): void {
    const stories =
      now.stories === before.stories ? store.getState().stories : [...now.stories.values()]
    const patched = patch(now, before)
    if (patched === null) {
      findAgain(stories)
      return
    }
    const { rows, counts, progress } = patched
    lingers = patched.lingers ?? lingers
    store.setState(({ groups }) => ({ stories, counts, progress, ...grouped(rows, groups) }))
  }

  function grouped(rows: readonly Story[], shown: readonly RowGroup[]): GroupedRows {
    const { name, group } = view.getState()
    const last = store.getState()
    if (name === 'problems') return groupProblems(rows, library.getState())
    return rows === last.rows && shown === last.groups
      ? { rows, groups: shown }
      : groupRows(rows, group, shown)
  }

  function patch(now: Library, before: Library): PatchedList | null {
    const { touched } = now
    if (touched === null || now.app === 'loading') return null
    if (asksFindings && now.findings !== before.findings) return null
    // What is only found in stories moves none of them, so it may be said of many at once.
    const isStill = now.stories === before.stories && now.reviews === before.reviews
    if (touched.length > FEW && !isStill) return null
    const { name, current } = view.getState()
    return patchList(store.getState(), {
      touched,
      before,
      now,
      matches: compileQuery(narrowed(), asking),
      fits: (review) => fitsView(name, review),
      open: current
    })
  }

  function findAgain(stories: readonly Story[]): void {
    const found = find(stories)
    const isReading = library.getState().app === 'loading'
    store.setState(({ rows, groups }) => ({
      stories,
      counts: countViews(stories, library.getState()),
      progress: found.progress,
      ...(isReading
        ? grouped(found.rows, [])
        : grouped(settleOrder(rows, withOpenOne(rows, found.rows)), groups))
    }))
  }

  /** The open story stays in its row until another one is opened, whatever became of it. */
  function withOpenOne(shown: readonly Story[], found: readonly Story[]): readonly Story[] {
    const { current } = view.getState()
    const open = current === null ? undefined : library.getState().stories.get(current)
    lingers =
      open !== undefined &&
      shown.some(({ id }) => id === current) &&
      !found.some(({ id }) => id === current)
    return lingers && open !== undefined ? [...found, open] : found
  }

  function dropLinger(left: StoryId | null): void {
    if (!lingers) return
    lingers = false
    store.setState(({ rows, groups }) =>
      grouped(
        rows.filter(({ id }) => id !== left),
        groups
      )
    )
  }

  view.subscribe(onView)
  library.subscribe((now, before) => {
    const isSame =
      now.stories === before.stories &&
      now.reviews === before.reviews &&
      now.duplicates === before.duplicates &&
      now.findings === before.findings
    if (!isSame) onLibrary(now, before)
  })
  return store
}

/** The text without the fields of which no value is typed yet: they narrow nothing. */
function withoutUnfinished(text: string): string {
  let rest = text
  for (const token of tokensOf(text).toReversed()) {
    const isUnfinished = token.kind === 'field' && token.text === '' && !token.quoted
    if (isUnfinished) rest = `${rest.slice(0, token.start)}${rest.slice(token.end)}`
  }
  return rest
}

const without = (
  stories: readonly Story[],
  reviews: ReadonlyMap<StoryId, Review>
): readonly Story[] => stories.filter(({ id }) => !reviews.has(id))

const isSameSearch = (a: View, b: View): boolean =>
  a.name === b.name &&
  a.text === b.text &&
  a.filters === b.filters &&
  a.sort === b.sort &&
  a.group === b.group

function countViews(
  stories: readonly Story[],
  { stories: known, reviews, findings }: Pick<Library, 'stories' | 'reviews' | 'findings'>
): List['counts'] {
  let published = 0
  let problems = 0
  let reviewed = 0
  let held = 0
  for (const story of stories) {
    if (story.onSite) published += 1
    if (isProblem(story, { findings })) problems += 1
  }
  for (const [id, review] of reviews) {
    if (!known.has(id)) continue
    if (review === 'held') held += 1
    else reviewed += 1
  }
  return {
    inbox: stories.length - reviewed - held,
    all: stories.length,
    published,
    unpublished: stories.length - published,
    held,
    problems
  }
}
