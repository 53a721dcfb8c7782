import type { Json } from '#shared/json'
import type { BulkPreview } from '#shared/library/bulk'
import { fail, type Result } from '#shared/result'
import type { BulkChange } from '#shared/story/bulk-change'
import type { Finding } from '#shared/story/finding'
import type { LinkKey, StorySource } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import type { Log } from '../log'
import type { Checking } from './finding-keeper'
import type { SaveOutcome } from './save-story'
import type { ReadStory, SaveWork, StoryAnswer, StoryJob, StoryWork } from './story-worker'
import storyWorker from './story-worker?modulePath'
import { createThreads, FILES_REPLACED } from './threads'

/** Reads and writes single stories in threads: parsing and flushing never keep the one waiting that serves windows. */
export type StoryThreads = {
  /** Starts a thread ahead of the first story. */
  wake(): void
  read(id: StoryId): Promise<Result<ReadStory, StoryError>>
  /** The file as it is, for reading. */
  source(id: StoryId): Promise<Result<StorySource, StoryError>>
  /** All that the checks find in the story now. */
  findings(id: StoryId): Promise<Result<readonly Finding[], StoryError>>
  /** One link as its story's file says it. */
  link(id: StoryId, key: LinkKey): Promise<Result<Json, StoryError>>
  /** What a bulk change would do to one story. */
  preview(id: StoryId, bulk: BulkChange): Promise<BulkPreview>
  /**
   * As `StorySaver` does. Two saves of one story must not run at the same time.
   *
   * @param settled the version of the file that is known to be whole.
   */
  save(id: StoryId, settled: Version, work: SaveWork): Promise<Result<SaveOutcome, StoryError>>
  /** Ends all threads. What is under way may or may not be saved, so wait for it before. */
  close(): Promise<void>
}

type StoryThreadsParts = {
  /** The library's folder, a real path. */
  readonly root: string
  /** The data folder that keeps what is replaced; `null`: nothing is kept. */
  readonly keepIn: string | null
  readonly checking: () => Checking
  readonly log: Log
  readonly now: () => number
}

/** A disk flushes several files in little more time than one. */
const MOST_THREADS = 3

export function createStoryThreads(parts: StoryThreadsParts): StoryThreads {
  const { root, keepIn, checking, log, now } = parts
  const threads = createThreads<StoryJob, StoryAnswer>({
    module: storyWorker,
    most: MOST_THREADS,
    log
  })
  const ask = (id: StoryId, work: StoryWork): Promise<StoryAnswer | null> =>
    threads.ask({
      root,
      id,
      keepIn,
      now: now(),
      dateFields: checking().facts.settings.dates,
      ...work
    })
  const ended = (id: StoryId): StoryError => ({
    code: 'disk',
    id,
    reason: threads.isBroken() ? FILES_REPLACED : 'this file is more than Storydesk can read'
  })

  const knowing = (bulk: BulkChange) =>
    bulk.kind === 'fix' ? { bulk, checking: checking() } : { bulk }

  return {
    wake: () => threads.wake(1),
    async read(id) {
      const answer = await ask(id, { kind: 'read' })
      return answer?.kind === 'read' ? answer.read : fail(ended(id))
    },
    async source(id) {
      const answer = await ask(id, { kind: 'source' })
      return answer?.kind === 'source' ? answer.source : fail(ended(id))
    },
    async link(id, key) {
      const answer = await ask(id, { kind: 'link', key })
      return answer?.kind === 'link' ? answer.link : fail(ended(id))
    },
    async findings(id) {
      const answer = await ask(id, { kind: 'findings', checking: checking() })
      return answer?.kind === 'findings' ? answer.findings : fail(ended(id))
    },
    async preview(id, bulk) {
      const answer = await ask(id, { kind: 'preview', ...knowing(bulk) })
      return answer?.kind === 'preview' ? answer.preview : { id, changes: [], error: ended(id) }
    },
    async save(id, settled, work) {
      const known = work.kind === 'bulk' ? { ...work, ...knowing(work.bulk) } : work
      const answer = await ask(id, { ...known, settled })
      if (answer?.kind !== 'saved') return fail(ended(id))
      if (answer.notKept !== null) log.error('A version could not be kept', answer.notKept)
      return answer.saved
    },
    close: threads.close
  }
}
