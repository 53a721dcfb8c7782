import type { BulkPreview } from '#shared/library/bulk'
import type { DuplicateStories } from '#shared/library/duplicate-stories'
import type { LibraryEvent, LibraryState } from '#shared/library/library-state'
import type { Review, ReviewChange } from '#shared/library/review'
import type { ViewChange } from '#shared/library/saved-view'
import type { SettingChange } from '#shared/library/setting-change'
import type { LibrarySettings } from '#shared/library/settings'
import type { ViewError } from '#shared/library/view-error'
import { fail, ok, type Result } from '#shared/result'
import type { SettingError } from '#shared/setting-error'
import type { BulkChange } from '#shared/story/bulk-change'
import type { Finding } from '#shared/story/finding'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Story, StoryDetail, StorySource } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryFindings } from '#shared/story/story-findings'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import type { Declined } from './declined'
import { createDuplicateFinder } from './duplicate-finder'
import { createEditing, type Editing } from './editing'
import { createFindingKeeper } from './finding-keeper'
import { createJournal } from './journal'
import { createKnownFiles, type RowChanges } from './known-files'
import { createLocalHistory, type KeepLimits } from './local-history'
import { createDiskMirror } from './mirror-disk'
import { planSetting } from './plan-setting'
import { planViews } from './plan-views'
import { createReadPool } from './read-pool'
import { SETTINGS_FILE } from './read-settings'
import type { Reviews } from './reviews'
import { createRowCache } from './row-cache'
import { createSaidChecks } from './said-checks'
import { createStoryThreads } from './story-threads'
import { createStoryVersions, type StoryVersions } from './story-versions'
import { createSuggestionFinder } from './suggestion-finder'
import { createTaskQueue } from './task-queue'
import { createTopicSuggester } from './topic-suggester'
import { writeSettings } from './write-settings'

/** One open library folder, from its first reading until it is closed. */
export type OpenFolder = Pick<
  Editing,
  | 'change'
  | 'changeAll'
  | 'moveLink'
  | 'bulk'
  | 'cancelBulk'
  | 'doneSteps'
  | 'steps'
  | 'undo'
  | 'redo'
> & {
  state(): LibraryState
  stories(): readonly Story[]
  read(id: StoryId): Promise<Result<StoryDetail, StoryError>>
  source(id: StoryId): Promise<Result<StorySource, StoryError>>
  previewBulk(ids: readonly StoryId[], bulk: BulkChange): Promise<readonly BulkPreview[]>
  /** Resolves when all stories were read once. */
  opened(): Promise<void>
  refresh(): Promise<void>
  readonly versions: StoryVersions
  reviews(): readonly ReviewChange[]
  duplicates(): readonly DuplicateStories[]
  findings(): readonly StoryFindings[]
  /** All that the checks find in one story now. */
  findingsOf(id: StoryId): Promise<Result<readonly Finding[], StoryError>>
  suggestions(id: StoryId): Promise<Result<readonly LinkSuggestion[], StoryError>>
  decline(id: StoryId, url: string, isRelated: boolean): Promise<void>
  review(ids: readonly StoryId[], review: Review | null): Promise<void>
  changeView(change: ViewChange): Promise<Result<null, ViewError>>
  settings(): LibrarySettings
  changeSetting(change: SettingChange): Promise<Result<null, SettingError>>
  close(): Promise<void>
}

type OpenFolderParts = {
  /** As the editor named it, for showing. */
  readonly folder: string
  /** Its real path: everything is read and written below this. */
  readonly root: string
  /** Where to keep what is not part of the stories; `null`: nowhere. */
  readonly dataFolder: string | null
  /** How many old versions of stories are kept there. */
  readonly keep: KeepLimits
  readonly reviews: Reviews
  readonly declined: Declined
  readonly log: Log
  readonly now: () => number
  readonly announce: (event: Omit<LibraryEvent, 'revision'>) => void
}

/** Rows are kept when nothing happened for a while. */
const CACHE_MS = 5000

const AWAY = 'the library folder cannot be read at the moment'

/** Connects what editors do with what is on disk: one list of stories, one stream of events. */
export function createOpenFolder(parts: OpenFolderParts): OpenFolder {
  const { folder, root, dataFolder, keep, reviews, declined, log, now, announce } = parts
  const cache = dataFolder === null ? null : createRowCache(dataFolder, log)
  const kept = dataFolder === null ? null : createLocalHistory(dataFolder, log, now)
  const pool = createReadPool({ log })
  const known = createKnownFiles()
  const checks = createSaidChecks(now)
  const threads = createStoryThreads({ root, keepIn: dataFolder, checking: checks.now, log, now })
  const viewWrites = createTaskQueue<string>()
  const storyAt = (id: StoryId): Story | null => known.get(id)?.story ?? null
  let cached = 0
  let cacheTimer: NodeJS.Timeout | undefined
  let closed = false

  const editing = createEditing({
    save: threads.save,
    linkIn: threads.link,
    journal: dataFolder === null ? null : createJournal(dataFolder, log),
    storyAt,
    onSaved(stories) {
      known.wrote(stories)
      tell('desk', { saved: stories, removed: [], renamed: [] })
    }
  })
  const disk = createDiskMirror({
    root,
    pool,
    known,
    cache,
    log,
    now,
    isBusy: editing.isBusy,
    onSaid(said) {
      const isOther = checks.take(said)
      if (disk.state().phase === 'opening') return
      if (isOther) findings.startAgain()
      else findings.lookAround()
    },
    onChange(source, changes) {
      for (const { from, to } of changes.renamed) {
        void editing.renamed(from, to)
        void kept?.renamed(from, to)
        declined.renamed(from, to)
        const review = reviews.all().get(from) ?? null
        if (review !== null)
          reviewed([
            { id: from, review: null },
            { id: to, review }
          ])
      }
      versions.forget(changes)
      tell(source, changes)
    }
  })
  const versions = createStoryVersions({
    root,
    kept,
    storyAt,
    read: threads.read,
    editing,
    hint: disk.hint
  })

  const suggestTopics = createTopicSuggester(disk.topics)

  const duplicates = createDuplicateFinder({
    stories: known.stories,
    log,
    onChange: () => tellAlone({ duplicates: duplicates.pairs() })
  })

  const suggestions = createSuggestionFinder({ root, stories: known.stories, log })
  const findings = createFindingKeeper({
    root,
    stories: known.stories,
    checking: checks.now,
    log,
    onChange: (changes) => tellAlone({ findings: changes })
  })

  void disk.opened().then(() => {
    if (closed) return
    duplicates.hint({ saved: known.stories(), removed: [] })
    findings.startAgain()
    threads.wake()
    void kept?.prune(keep)
  })

  const state = (): LibraryState => ({ ...disk.state(), folder, ...editing.state() })

  function tell(source: LibraryEvent['source'], changes: RowChanges): void {
    if (closed) return
    announce({ source, ...changes, state: state() })
    suggestions.hint(changes)
    if (disk.state().phase === 'open') {
      duplicates.hint(changes)
      findings.hint(changes)
    }
    clearTimeout(cacheTimer)
    cacheTimer = setTimeout(() => void keepRows(), CACHE_MS).unref()
  }

  function reviewed(changes: readonly ReviewChange[]): void {
    const real = reviews.set(changes)
    if (real.length === 0 || closed) return
    tellAlone({ reviewed: real })
  }

  /** What windows hear that is in no row. */
  function tellAlone(news: Pick<LibraryEvent, 'reviewed' | 'duplicates' | 'findings'>): void {
    announce({ source: 'desk', saved: [], removed: [], ...news, state: state() })
  }

  async function keepRows(): Promise<void> {
    if (cached === known.revision() || disk.state().phase !== 'open') return
    cached = known.revision()
    await cache?.save(known.entries())
  }

  async function change(
    id: StoryId,
    wanted: StoryChange,
    fold: string | null
  ): Promise<Result<Story, StoryError>> {
    const result = await editing.change(id, wanted, fold)
    const isLost = !result.ok && result.error.code === 'not-found' && storyAt(id) !== null
    if (!isLost) return result
    disk.hint(id)
    return (await disk.isThere()) ? result : fail({ code: 'disk', id, reason: AWAY })
  }

  async function read(id: StoryId): Promise<Result<StoryDetail, StoryError>> {
    const story = storyAt(id)
    if (story === null) return fail({ code: 'not-found', id })
    const read = await threads.read(id)
    if (!read.ok) return read
    const { detail, bytes } = read.value
    versions.saw(id, bytes)
    if (story.version !== detail.story.version) disk.hint(id)
    return ok({ ...detail, suggestedTopics: suggestTopics(detail.story) })
  }

  async function previewBulk(
    ids: readonly StoryId[],
    bulk: BulkChange
  ): Promise<readonly BulkPreview[]> {
    const preview = async (id: StoryId): Promise<BulkPreview> =>
      storyAt(id) === null
        ? { id, changes: [], error: { code: 'not-found', id } }
        : threads.preview(id, bulk)
    return Promise.all([...new Set(ids)].map(preview))
  }

  async function changeView(change: ViewChange): Promise<Result<null, ViewError>> {
    await disk.opened() // the settings that were read first would come after it
    const written = await viewWrites.run(root, () =>
      writeSettings(root, SETTINGS_FILE, (text) => planViews(text, change))
    )
    if (written.ok) await disk.readSettings()
    return written
  }

  async function changeSetting(change: SettingChange): Promise<Result<null, SettingError>> {
    await disk.opened() // the settings that were read first would come after it
    const written = await viewWrites.run(root, () =>
      writeSettings(root, SETTINGS_FILE, (text) => planSetting(text, change))
    )
    if (written.ok) await disk.readSettings()
    return written.ok || 'file' in written.error
      ? (written as Result<null, SettingError>)
      : fail({ ...written.error, file: SETTINGS_FILE })
  }

  /** Steps of an earlier session are about stories that are listed only when all were read. */
  const afterOpening = <T>(task: () => Promise<T>): Promise<T> => disk.opened().then(task)

  return {
    change,
    read,
    source: async (id) =>
      storyAt(id) === null ? fail({ code: 'not-found', id }) : threads.source(id),
    state,
    previewBulk,
    versions,
    duplicates: duplicates.pairs,
    findings: findings.all,
    findingsOf: async (id) =>
      storyAt(id) === null ? fail({ code: 'not-found', id }) : threads.findings(id),
    reviews: () => [...reviews.all()].map(([id, review]) => ({ id, review })),
    // All stories are read for them once more, which must not slow down the first reading.
    suggestions: (id) =>
      afterOpening(async () =>
        storyAt(id) === null
          ? fail({ code: 'not-found', id })
          : suggestions.suggest(id, declined.of(id))
      ),
    async decline(id, url, isRelated) {
      declined.set(id, url, isRelated)
      await declined.idle()
    },
    async review(ids, review) {
      const known = ids.filter((id) => storyAt(id) !== null)
      reviewed(known.map((id) => ({ id, review })))
      await reviews.idle()
    },
    changeView,
    settings: disk.settings,
    changeSetting,
    moveLink: editing.moveLink,
    bulk: editing.bulk,
    cancelBulk: editing.cancelBulk,
    doneSteps: editing.doneSteps,
    changeAll: editing.changeAll,
    steps: editing.steps,
    undo: () => afterOpening(editing.undo),
    redo: () => afterOpening(editing.redo),
    stories: known.stories,
    opened: disk.opened,
    refresh: disk.refresh,
    async close() {
      editing.cancelBulk()
      await editing.idle()
      await viewWrites.idle()
      closed = true
      clearTimeout(cacheTimer)
      await disk.close()
      await keepRows()
      await kept?.idle()
      await reviews.idle()
      await declined.idle()
      await suggestions.close()
      await Promise.all([pool.close(), threads.close(), duplicates.close(), findings.close()])
    }
  }
}
