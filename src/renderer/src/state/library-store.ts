import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import { type DuplicateStories, duplicateIds } from '#shared/library/duplicate-stories'
import {
  applyEvent,
  type LibraryEvent,
  type LibrarySnapshot,
  type LibraryState,
  type Renamed
} from '#shared/library/library-state'
import type { Review, ReviewChange } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryFindings } from '#shared/story/story-findings'
import type { StoryId } from '#shared/story/story-id'
import { mergeEvents } from './merge-events'

export type Library = {
  /** `loading` until there is a list to use; `failed` if there never was one and the host does not answer. */
  readonly app: 'loading' | 'ready' | 'failed'
  /** `false`: requests do not get through, and what is shown may be old. */
  readonly connected: boolean
  /** The host was started again and does not know this window any more; only its new address leads on. */
  readonly refused: boolean
  readonly revision: number
  readonly state: LibraryState
  readonly stories: ReadonlyMap<StoryId, Story>
  /** The stories that are reviewed or held; it may name stories that are gone. */
  readonly reviews: ReadonlyMap<StoryId, Review>
  /** Stories that are one report with another one; it may name stories that are gone. */
  readonly duplicates: ReadonlySet<StoryId>
  /** Which of them are one report, and why; it may name stories that are gone. */
  readonly duplicatePairs: readonly DuplicateStories[]
  /** What the checks find in each story, worst first; stories without findings are left out. */
  readonly findings: ReadonlyMap<StoryId, StoryFindings['found']>
  /** What the last change of stories, reviews, duplicates or findings was about, and nothing else; `null`: it may be all. */
  readonly touched: readonly StoryId[] | null
  /** Which stories went on under another name in the last change of `stories`. */
  readonly renamed: readonly Renamed[]
}

export type LibraryStore = StoreApi<Library>

const NOTHING: LibraryState = {
  phase: 'opening',
  folder: '',
  unreadable: [],
  progress: { read: 0, total: 0 },
  undo: null,
  redo: null,
  watching: 'off',
  site: { url: '', baseurl: '' },
  vocabulary: []
}

/** How long rows that are still being read wait to be shown together, in milliseconds. */
const SCAN_PAUSE = 100

/**
 * Keeps a window's copy of the library: a snapshot and the events that count on from it. A gap in the count, and a
 * connection that broke, mean: take a new snapshot.
 */
export function createLibraryStore(transport: Transport): LibraryStore {
  const store = createStore<Library>(() => ({
    app: 'loading',
    connected: true,
    refused: false,
    revision: -1,
    state: NOTHING,
    stories: new Map(),
    reviews: new Map(),
    duplicates: new Set(),
    duplicatePairs: [],
    findings: new Map(),
    touched: null,
    renamed: []
  }))
  let queue: LibraryEvent[] = []
  let opening = false
  let flushing: ReturnType<typeof setTimeout> | null = null

  async function open(): Promise<void> {
    if (opening) return
    opening = true
    try {
      takeSnapshot(await transport.call('library.open', null))
    } catch {
      store.setState(({ app }) => ({ connected: false, app: app === 'loading' ? 'failed' : app }))
    } finally {
      opening = false
    }
    flush()
  }

  function takeSnapshot(snapshot: LibrarySnapshot): void {
    const { revision, state, stories, reviews = [], duplicates = [], findings = [] } = snapshot
    store.setState({
      app: appState(state),
      connected: true,
      refused: false,
      revision,
      state,
      stories: new Map(stories.map((story) => [story.id, story])),
      reviews: applyReviews(new Map(), reviews),
      duplicates: duplicateIds(duplicates),
      duplicatePairs: duplicates,
      findings: applyFindings(new Map(), { findings, removed: [] }),
      touched: null,
      renamed: []
    })
  }

  function flush(): void {
    if (flushing !== null) clearTimeout(flushing)
    flushing = null
    if (opening) return
    const { revision, stories, reviews, duplicates, findings } = store.getState()
    const [first, ...rest] = queue.filter((event) => event.revision > revision)
    queue = []
    if (first === undefined) return
    if (!isGapless(revision, [first, ...rest])) return void open()
    const event = mergeEvents([first, ...rest])
    store.setState({
      app: appState(event.state),
      revision: event.revision,
      state: event.state,
      stories: applyEvent(stories, event),
      reviews: applyReviews(reviews, event.reviewed ?? []),
      duplicates: event.duplicates === undefined ? duplicates : duplicateIds(event.duplicates),
      ...(event.duplicates !== undefined && { duplicatePairs: event.duplicates }),
      findings: applyFindings(findings, event),
      touched: event.duplicates === undefined ? touchedBy(event) : null,
      renamed: event.renamed ?? []
    })
  }

  transport.subscribe((event) => {
    queue.push(event)
    if (opening) return
    // While thousands of rows arrive, drawing each small batch would cost more than reading them.
    const isLast = event.source !== 'scan' || event.state.phase !== 'opening'
    if (isLast) flush()
    else flushing ??= setTimeout(flush, SCAN_PAUSE)
  })
  transport.connection.subscribe((connection) => {
    if (connection === 'open') void open()
    else
      store.setState(({ app }) => ({
        connected: false,
        refused: connection === 'refused',
        app: app === 'loading' ? 'failed' : app
      }))
  })
  return store
}

/** Why nothing can be saved at the moment, within a sentence; `null`: it can. */
export function whyNotSaved({ connected, state }: Library): string | null {
  if (!connected) return 'Storydesk does not answer'
  return state.phase === 'away' ? 'the folder is not there' : null
}

const touchedBy = ({
  saved,
  removed,
  reviewed = [],
  findings = []
}: LibraryEvent): readonly StoryId[] => {
  const ids = [...saved, ...reviewed, ...findings].map(({ id }) => id)
  return [...new Set([...ids, ...removed])]
}

/** What the library is once these reviews are known. */
export const withReviews = (
  { reviews }: Pick<Library, 'reviews'>,
  changes: readonly ReviewChange[]
): Pick<Library, 'reviews' | 'touched'> => ({
  reviews: applyReviews(reviews, changes),
  touched: [...new Set(changes.map(({ id }) => id))]
})

/** @returns a new map; the same one if nothing of it changes. */
function applyReviews(
  reviews: ReadonlyMap<StoryId, Review>,
  changes: readonly ReviewChange[]
): ReadonlyMap<StoryId, Review> {
  const real = changes.filter(({ id, review }) => (reviews.get(id) ?? null) !== review)
  if (real.length === 0) return reviews
  const next = new Map(reviews)
  for (const { id, review } of real) {
    if (review === null) next.delete(id)
    else next.set(id, review)
  }
  return next
}

/** @returns a new map; the same one if nothing of it changes. */
function applyFindings(
  findings: Library['findings'],
  { findings: news = [], removed }: Pick<LibraryEvent, 'findings' | 'removed'>
): Library['findings'] {
  const gone = removed.filter((id) => findings.has(id))
  if (news.length + gone.length === 0) return findings
  const next = new Map(findings)
  for (const id of gone) next.delete(id)
  for (const { id, found } of news) {
    if (found.length === 0) next.delete(id)
    else next.set(id, found)
  }
  return next
}

const appState = ({ phase }: LibraryState): Library['app'] =>
  phase === 'opening' ? 'loading' : 'ready'

const isGapless = (revision: number, events: readonly LibraryEvent[]): boolean =>
  events.every((event, index) => event.revision === revision + 1 + index)
