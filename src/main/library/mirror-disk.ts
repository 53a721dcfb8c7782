import { rm } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { LibraryEvent, LibraryState } from '#shared/library/library-state'
import { pathMatcher } from '#shared/library/path-patterns'
import { type LibrarySettings, usualSettings } from '#shared/library/settings'
import type { Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { isFolder } from './disk'
import { createDiskFollower } from './follow-disk'
import { createSiteFollower } from './follow-site'
import type { KnownFile, KnownFiles, RowChanges } from './known-files'
import type { ReadPool } from './read-pool'
import type { StoryReading } from './read-stories'
import { createRowBuffer } from './row-buffer'
import type { RowCache } from './row-cache'
import { belongsToSite, type Said, type SiteTopic } from './site'
import { isLeftOut, storyIdOf } from './story-files'
import type { Walk } from './walk'
import { createFolderWatch } from './watch-folders'

/** What is known of the folder, apart from what editors did in it. */
export type FolderState = Omit<LibraryState, 'folder' | 'undo' | 'redo' | 'bulk'>

/** Keeps what is known of a library's files equal to the disk: reads them all, then follows every change. */
export type DiskMirror = {
  state(): FolderState
  settings(): LibrarySettings
  /** What the site says of its topics; the same list as long as nothing of the site is read again. */
  topics(): readonly SiteTopic[]
  /** Resolves when all files were read once, or the folder went away before. */
  opened(): Promise<void>
  /** Looks at everything now. Resolves when what it found is taken in. */
  refresh(): Promise<void>
  /** Something may have happened to this story. */
  hint(id: StoryId): void
  /** The library's settings were written here: takes them in now. */
  readSettings(): Promise<void>
  /** Whether the folder can be read at this moment. */
  isThere(): Promise<boolean>
  /** Resolves when nothing of the folder is held open any more. */
  close(): Promise<void>
}

type DiskMirrorParts = {
  /** The library's folder, a real path. */
  readonly root: string
  readonly pool: ReadPool
  readonly known: KnownFiles
  readonly cache: RowCache | null
  readonly log: Log
  readonly now: () => number
  /** Whether Storydesk is writing this story at the moment. */
  readonly isBusy: (id: StoryId) => boolean
  /** What the library's own files say: when all stories were read, then whenever they were looked at. */
  readonly onSaid: (said: Said) => void
  /** The state or rows changed; both are up to date already. */
  readonly onChange: (source: LibraryEvent['source'], changes: RowChanges) => void
}

const LOOK_AGAIN_MS = { events: 60_000, polling: 5000, off: 5000, away: 2000 }
/** For folders: longer than programs take to write a few of them. */
const SOON_MS = 100
const BATCH = 64
const NOTHING: RowChanges = { saved: [], removed: [], renamed: [] }

export function createDiskMirror(parts: DiskMirrorParts): DiskMirror {
  const { root, pool, known, cache, log, now, isBusy, onSaid, onChange } = parts
  let state: FolderState = {
    phase: 'opening',
    unreadable: [],
    progress: { read: 0, total: 0 },
    watching: 'off',
    site: { url: '', baseurl: '' },
    vocabulary: []
  }
  let topics: readonly SiteTopic[] = []
  let settings = usualSettings
  let patterns = usualSettings.stories
  let isStory = pathMatcher(patterns)
  let folders: ReadonlySet<string> = new Set()
  let warned: ReadonlySet<string> = new Set()
  let looking: Promise<void> = Promise.resolve()
  let nextLook: NodeJS.Timeout | undefined
  /** When that is, by `performance.now()`. */
  let nextDue = Number.POSITIVE_INFINITY
  let closed = false

  function become(next: Partial<FolderState>): void {
    state = { ...state, ...next }
    onChange('disk', NOTHING)
  }

  const follower = createDiskFollower({
    root,
    pool,
    known,
    now,
    isThere,
    isBusy,
    onFound(readings) {
      const changes = known.accept(readings.map(asSaid))
      if (changes.saved.length + changes.removed.length > 0) onChange('disk', changes)
    }
  })
  const watching = createFolderWatch({
    root,
    onHint,
    onExhausted(code) {
      log.warn('No more folders can be listened to, looking now and then instead', code)
      become({ watching: 'polling' })
      lookIn(LOOK_AGAIN_MS.polling, false)
    }
  })
  const site = createSiteFollower({
    root,
    log,
    isWanted: () => state.phase !== 'opening',
    onSaid: takeSaid
  })
  const opening = readAll()

  /** The first reading: rows go out as they come. */
  async function readAll(): Promise<void> {
    const reading = site.read()
    const [walked, earlier] = await Promise.all([reading.then(walkAsSaid), earlierRows()])
    if (closed) return
    if (!walked.ok) return goAway()
    const total = walked.value.files.length
    state = { ...state, watching: 'events', progress: { read: 0, total } }
    takeIn(walked.value)

    const rows = createRowBuffer((saved, read) => {
      state = { ...state, progress: { read, total } }
      onChange('scan', { ...NOTHING, saved })
    })
    const readBatch = async (batch: readonly StoryId[]) =>
      rows.add(known.accept(await pool.read(root, batch)).saved, batch.length)
    const unread = known.recall(walked.value.files, earlier)
    rows.add(known.stories(), total - unread.length)
    await Promise.all(batchesOf(unread).map(readBatch))
    if (closed) return
    state = { ...state, ...noted(await reading), phase: 'open' }
    rows.flush()
    const renames = known.renamedSince(earlier)
    if (renames.renamed.length > 0) onChange('scan', renames)
    // What changed between listing the folders and listening to them, and settings while nobody wanted to know.
    void lookAgain(true)
    site.hint()
  }

  function walkAsSaid({ settings }: Said): Promise<Result<Walk, string>> {
    patterns = settings.stories
    isStory = pathMatcher(patterns)
    return pool.walk(root, patterns)
  }

  async function earlierRows(): Promise<ReadonlyMap<StoryId, KnownFile>> {
    const earlier = (await cache?.load()) ?? new Map<StoryId, KnownFile>()
    if (earlier.size === 0 && !closed) pool.wake()
    return earlier
  }

  function takeIn(walk: Walk): void {
    folders = new Set(walk.folders)
    // A file may have come into a new folder after it was listed and before it was listened to.
    if (watching.listen(walk.folders) && state.phase !== 'opening') lookIn(SOON_MS, true)
    if (!isDeepStrictEqual(walk.closed, state.unreadable)) become({ unreadable: walk.closed })
    for (const path of walk.unreadable) {
      if (!warned.has(path)) log.warn('Cannot be looked at', path)
    }
    warned = new Set(walk.unreadable)
    for (const path of walk.leftovers) {
      log.info('Removed what a crash left behind', path)
      void rm(path, { force: true }).catch((cause) => log.warn('Cannot be removed', cause))
    }
  }

  /** Compares the whole folder with what is known. Finds what no event told. */
  function lookAgain(trustFresh: boolean): Promise<void> {
    looking = looking.then(async () => {
      const walked = await pool.walk(root, patterns)
      if (closed) return
      lookIn(LOOK_AGAIN_MS[walked.ok ? state.watching : 'away'], false)
      if (!walked.ok) return goAway()
      if (state.phase === 'away') become({ ...noted(await site.read()), phase: 'open' })
      takeIn(walked.value)
      if (!trustFresh) site.hint()
      follower.hint(known.unsure(walked.value.files, trustFresh))
    })
    return looking
  }

  /** What the settings do not call a story is none, whatever it holds. */
  const asSaid = (reading: StoryReading): StoryReading =>
    isStory(reading.id) ? reading : { kind: 'missing', id: reading.id }

  function lookIn(milliseconds: number, trustFresh: boolean): void {
    const due = performance.now() + milliseconds
    // What a hint asked for while the folder was looked at must not wait for the next minute.
    if (closed || (milliseconds > SOON_MS && nextDue < due)) return
    clearTimeout(nextLook)
    nextDue = due
    const look = () => {
      nextDue = Number.POSITIVE_INFINITY
      void lookAgain(trustFresh)
    }
    nextLook = setTimeout(look, milliseconds).unref()
  }

  function onHint(path: string, came: boolean): void {
    if (state.phase === 'away') return
    const id = storyIdOf(root, path, isStory)
    if (id !== null) follower.hint([id])
    if (came && belongsToSite(relative(root, path).split(sep).join('/'), settings.topics))
      site.hint()
    if (came && folders.has(path)) {
      watching.forget(path)
      lookIn(SOON_MS, true)
    } else if (came && id === null && !isLeftOut(basename(path))) {
      void isFolder(path).then((folder) => folder && lookIn(SOON_MS, true))
    }
  }

  /** Keeps what windows are not told. @returns what they are. */
  function noted(all: Said): Said['state'] {
    topics = all.topics
    settings = all.settings
    onSaid(all)
    return all.state
  }

  function takeSaid(all: Said): void {
    const said = noted(all)
    if (!isDeepStrictEqual({ ...state, ...said }, state)) become(said)
    if (isDeepStrictEqual(settings.stories, patterns)) return
    patterns = settings.stories
    isStory = pathMatcher(patterns)
    void lookAgain(true)
  }

  /** Rows stay to be seen; the folder is looked for until it is back. */
  function goAway(): void {
    if (state.phase === 'away' || closed) return
    log.warn('The library folder cannot be read at the moment', root)
    watching.listen([])
    become({ phase: 'away' })
    lookIn(LOOK_AGAIN_MS.away, false)
  }

  async function isThere(): Promise<boolean> {
    const there = await isFolder(root)
    if (!there) goAway()
    return there
  }

  return {
    state: () => state,
    settings: () => settings,
    topics: () => topics,
    opened: () => opening,
    isThere,
    hint: (id) => follower.hint([id]),
    readSettings: site.look,
    async refresh() {
      await opening
      await lookAgain(false)
      await follower.settle()
    },
    async close() {
      closed = true
      clearTimeout(nextLook)
      follower.close()
      watching.close()
      await site.close()
    }
  }
}

const batchesOf = (ids: readonly StoryId[]): readonly (readonly StoryId[])[] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH)
  )
