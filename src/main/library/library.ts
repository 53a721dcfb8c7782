import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { StepOutcome } from '#shared/contract/contract'
import { createEmitter, type Subscribable } from '#shared/emitter'
import type { BulkOutcome, BulkPreview } from '#shared/library/bulk'
import type { DoneStep, Step } from '#shared/library/history'
import type { KeptVersion } from '#shared/library/kept-version'
import type { LibraryError } from '#shared/library/library-error'
import type { LibraryEvent, LibrarySnapshot, LibraryState } from '#shared/library/library-state'
import type { Review } from '#shared/library/review'
import type { ViewChange } from '#shared/library/saved-view'
import type { SettingChange } from '#shared/library/setting-change'
import type { LibrarySettings } from '#shared/library/settings'
import type { ViewError } from '#shared/library/view-error'
import { fail, ok, type Result } from '#shared/result'
import type { SettingError } from '#shared/setting-error'
import type { BulkChange } from '#shared/story/bulk-change'
import type { FieldDiff } from '#shared/story/field-diff'
import type { Finding } from '#shared/story/finding'
import type { LinkMove } from '#shared/story/link-move'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Story, StoryDetail, StorySource } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import type { Log } from '../log'
import { openDeclined } from './declined'
import type { NamedChanges } from './editing'
import { libraryDataFolder } from './library-data'
import { toLibraryError } from './list-folder'
import { type KeepLimits, usualLimits } from './local-history'
import { createOpenFolder, type OpenFolder } from './open-folder'
import { openReviews } from './reviews'

/** The stories of one folder, kept equal to what is on disk, and the only place that writes them. */
export type Library = {
  readonly events: Subscribable<LibraryEvent>
  snapshot(): LibrarySnapshot
  /** Opens a folder (closing the one before). Resolves once the folder is accepted; rows follow as events. */
  open(folder: string): Promise<Result<null, LibraryError>>
  /** Resolves when all stories of the open folder were read once. */
  opened(): Promise<void>
  read(id: StoryId): Promise<Result<StoryDetail, StoryError>>
  /** The file as it is, for reading. */
  source(id: StoryId): Promise<Result<StorySource, StoryError>>
  /** All that the checks find in a story now, worst first. */
  findingsOf(id: StoryId): Promise<Result<readonly Finding[], StoryError>>
  /** Coverage that the library knows and the story's list lacks, best first. */
  suggestions(id: StoryId): Promise<Result<readonly LinkSuggestion[], StoryError>>
  /** Remembers that what is at `url` is not related to a story; `isRelated` takes it back. */
  decline(id: StoryId, url: string, isRelated: boolean): Promise<void>
  /** Resolves when the change is on disk, or refused and the file is as it was. */
  change(id: StoryId, change: StoryChange, fold: string | null): Promise<Result<Story, StoryError>>
  /** Makes several changes to one story as one step: all of them, or none. */
  changeAll(id: StoryId, changes: NamedChanges): Promise<Result<Story, StoryError>>
  /** Makes a story these bytes, as a step called `label`; one that is gone comes back. */
  give(id: StoryId, bytes: Uint8Array, label: string): Promise<Result<Story, StoryError>>
  /** What was done and not undone, also before this start, oldest first. */
  steps(): Promise<readonly Step[]>
  /** The real path of the open folder, or `null`. */
  root(): string | null
  /** Takes a link from one story to another, as one step. @returns both stories after it. */
  moveLink(move: LinkMove): Promise<Result<readonly Story[], StoryError>>
  /** What a bulk change would do, story by story. Nothing is written. */
  previewBulk(ids: readonly StoryId[], bulk: BulkChange): Promise<readonly BulkPreview[]>
  /** Makes one change to many stories, as one step. `state.bulk` says how far it is. `null`: no folder is open. */
  bulk(ids: readonly StoryId[], bulk: BulkChange): Promise<BulkOutcome | null>
  /** Stops the bulk change that is running. What is saved stays. */
  cancelBulk(): void
  /** Says of stories that they are reviewed or held; `null` takes it back. Nothing is written to the stories. */
  review(ids: readonly StoryId[], review: Review | null): Promise<void>
  /** Changes one of the saved views in `storydesk.yml`, and nothing else of it. */
  changeView(change: ViewChange): Promise<Result<null, ViewError>>
  /** What holds in the open library; `null`: none is open. */
  settings(): LibrarySettings | null
  /** Changes one setting in `storydesk.yml`, and nothing else of it. */
  changeSetting(change: SettingChange): Promise<Result<null, SettingError>>
  /** Earlier versions of a story that can be brought back, newest first. */
  versions(id: StoryId): Promise<readonly KeptVersion[]>
  readVersion(id: StoryId, version: Version): Promise<Result<StoryDetail, StoryError>>
  /** What became of a version until another, or until now (`null`), field by field. */
  diffVersions(
    id: StoryId,
    version: Version,
    until: Version | null
  ): Promise<Result<readonly FieldDiff[], StoryError>>
  /** Makes a story what it was, also one that is gone. */
  restore(id: StoryId, version: Version): Promise<Result<Story, StoryError>>
  /** What was done since this library was opened and not undone, newest first. */
  doneSteps(): readonly DoneStep[]
  /** `null`: nothing to undo. */
  undo(): Promise<StepOutcome | null>
  /** `null`: nothing to redo. */
  redo(): Promise<StepOutcome | null>
  /** Looks for outside changes now; resolves when those found are taken in. */
  refresh(): Promise<void>
  /** Waits for pending writes, then stops watching. */
  close(): Promise<void>
}

type LibraryParts = {
  readonly log: Log
  /** Folder for what is not part of the stories; `null`: keep nothing. */
  readonly appData: string | null
  /** How many old versions of stories are kept in `appData`: for 90 days and up to 500 MB, if nothing is said. */
  readonly keep?: () => KeepLimits
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

const CLOSED: LibraryState = {
  phase: 'closed',
  folder: '',
  unreadable: [],
  progress: { read: 0, total: 0 },
  undo: null,
  redo: null,
  watching: 'off',
  site: { url: '', baseurl: '' },
  vocabulary: []
}

export function createLibrary(libraryParts: LibraryParts): Library {
  const { log, appData, keep = () => usualLimits, now = Date.now } = libraryParts
  const events = createEmitter<LibraryEvent>()
  let revision = 0
  let current: OpenFolder | null = null
  let currentRoot: string | null = null
  let switching: Promise<unknown> = Promise.resolve()

  const announce = (event: Omit<LibraryEvent, 'revision'>): void => {
    revision += 1
    events.emit({ revision, ...event })
  }

  async function closeCurrent(): Promise<void> {
    const before = current
    if (before === null) return
    await before.close()
    current = null
    currentRoot = null
    announce({
      source: 'scan',
      saved: [],
      removed: before.stories().map(({ id }) => id),
      state: CLOSED
    })
  }

  async function open(folder: string): Promise<Result<null, LibraryError>> {
    const root = await rootOf(folder)
    if (!root.ok) return root
    await closeCurrent()
    const dataFolder = appData === null ? null : libraryDataFolder(appData, root.value)
    const reviews = await openReviews(dataFolder, log)
    const declined = await openDeclined(dataFolder, log)
    const parts = {
      folder: resolve(folder),
      root: root.value,
      dataFolder,
      keep: keep(),
      reviews,
      log,
      now
    }
    current = createOpenFolder({ ...parts, declined, announce })
    currentRoot = root.value
    announce({ source: 'scan', saved: [], removed: [], state: current.state() })
    return ok(null)
  }

  function oneAfterTheOther<T>(task: () => Promise<T>): Promise<T> {
    const running = switching.then(task)
    switching = running.catch(() => {})
    return running
  }

  const notFound = (id: StoryId): Result<never, StoryError> => fail({ code: 'not-found', id })

  return {
    events,
    snapshot: () => ({
      revision,
      state: current?.state() ?? CLOSED,
      stories: current?.stories() ?? [],
      reviews: current?.reviews() ?? [],
      duplicates: current?.duplicates() ?? [],
      findings: current?.findings() ?? []
    }),
    open: (folder) => oneAfterTheOther(() => open(folder)),
    opened: async () => current?.opened(),
    read: async (id) => current?.read(id) ?? notFound(id),
    source: async (id) => current?.source(id) ?? notFound(id),
    suggestions: async (id) => current?.suggestions(id) ?? notFound(id),
    decline: async (id, url, isRelated) => current?.decline(id, url, isRelated),
    findingsOf: async (id) => current?.findingsOf(id) ?? notFound(id),
    change: async (id, change, fold) => current?.change(id, change, fold) ?? notFound(id),
    changeAll: async (id, changes) => current?.changeAll(id, changes) ?? notFound(id),
    give: async (id, bytes, label) => current?.versions.give(id, bytes, label) ?? notFound(id),
    steps: async () => current?.steps() ?? [],
    root: () => currentRoot,
    moveLink: async (move) => current?.moveLink(move) ?? notFound(move.from),
    previewBulk: async (ids, bulk) => current?.previewBulk(ids, bulk) ?? [],
    bulk: async (ids, bulk) => current?.bulk(ids, bulk) ?? null,
    settings: () => current?.settings() ?? null,
    changeSetting: async (change) => current?.changeSetting(change) ?? fail({ code: 'closed' }),
    cancelBulk: () => current?.cancelBulk(),
    review: async (ids, review) => current?.review(ids, review),
    changeView: async (change) =>
      current?.changeView(change) ?? fail({ code: 'disk', reason: 'no folder is open' }),
    versions: async (id) => current?.versions.list(id) ?? [],
    readVersion: async (id, version) => current?.versions.read(id, version) ?? notFound(id),
    diffVersions: async (id, version, until) =>
      current?.versions.diff(id, version, until) ?? notFound(id),
    restore: async (id, version) => current?.versions.restore(id, version) ?? notFound(id),
    doneSteps: () => current?.doneSteps() ?? [],
    undo: async () => current?.undo() ?? null,
    redo: async () => current?.redo() ?? null,
    refresh: async () => current?.refresh(),
    close: () => oneAfterTheOther(closeCurrent)
  }
}

/** @returns the folder's real path, if it is a folder that can be listed. */
async function rootOf(folder: string): Promise<Result<string, LibraryError>> {
  try {
    const root = await realpath(resolve(folder))
    if (!(await stat(root)).isDirectory()) return fail({ code: 'not-a-folder', folder })
    await readdir(root)
    return ok(root)
  } catch (cause) {
    return fail(toLibraryError(folder, cause))
  }
}
