import type { LibraryEvent, LibraryState } from '#shared/library/library-state'
import { fail, ok, type Result } from '#shared/result'
import type { Story, StoryDetail } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { detailOf } from '../story/detail-of'
import { createEditing, type Editing } from './editing'
import { createKnownFiles, type RowChanges } from './known-files'
import { createDiskMirror } from './mirror-disk'
import { openStory } from './read-file'
import { createReadPool } from './read-pool'
import { createRowCache } from './row-cache'

/** One open library folder, from its first reading until it is closed. */
export type OpenFolder = Pick<Editing, 'change' | 'undo' | 'redo'> & {
  state(): LibraryState
  stories(): readonly Story[]
  read(id: StoryId): Promise<Result<StoryDetail, StoryError>>
  /** Resolves when all stories were read once. */
  opened(): Promise<void>
  refresh(): Promise<void>
  close(): Promise<void>
}

type OpenFolderParts = {
  /** As the editor named it, for showing. */
  readonly folder: string
  /** Its real path: everything is read and written below this. */
  readonly root: string
  /** Where to keep what is not part of the stories; `null`: nowhere. */
  readonly dataFolder: string | null
  readonly log: Log
  readonly now: () => number
  readonly announce: (event: Omit<LibraryEvent, 'revision'>) => void
}

/** Rows are kept when nothing happened for a while. */
const CACHE_MS = 5000

const AWAY = 'the library folder cannot be read at the moment'

/** Connects what editors do with what is on disk: one list of stories, one stream of events. */
export function createOpenFolder(parts: OpenFolderParts): OpenFolder {
  const { folder, root, dataFolder, log, now, announce } = parts
  const cache = dataFolder === null ? null : createRowCache(dataFolder, log)
  const pool = createReadPool({ log })
  const known = createKnownFiles()
  let cached = 0
  let cacheTimer: NodeJS.Timeout | undefined
  let closed = false

  const editing = createEditing({
    root,
    storyAt: (id) => known.get(id)?.story ?? null,
    onSaved(stories) {
      known.wrote(stories)
      tell('desk', { saved: stories, removed: [] })
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
    onChange: tell
  })

  const state = (): LibraryState => ({ ...disk.state(), folder, ...editing.labels() })

  function tell(source: LibraryEvent['source'], changes: RowChanges): void {
    if (closed) return
    announce({ source, ...changes, state: state() })
    clearTimeout(cacheTimer)
    cacheTimer = setTimeout(() => void keepRows(), CACHE_MS).unref()
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
    const isLost = !result.ok && result.error.code === 'not-found' && known.get(id)?.story
    if (!isLost) return result
    disk.hint(id)
    return (await disk.isThere()) ? result : fail({ code: 'disk', id, reason: AWAY })
  }

  async function read(id: StoryId): Promise<Result<StoryDetail, StoryError>> {
    const story = known.get(id)?.story
    if (!story) return fail({ code: 'not-found', id })
    const opened = await openStory(root, id)
    if (!opened.ok) return opened
    const { version, bytes } = opened.value
    if (story.version !== version) disk.hint(id)
    return ok(detailOf(id, version, bytes))
  }

  return {
    change,
    read,
    state,
    undo: editing.undo,
    redo: editing.redo,
    stories: known.stories,
    opened: disk.opened,
    refresh: disk.refresh,
    async close() {
      await editing.idle()
      closed = true
      clearTimeout(cacheTimer)
      disk.close()
      await keepRows()
      await pool.close()
    }
  }
}
