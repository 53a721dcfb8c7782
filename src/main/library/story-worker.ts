import type { Json } from '#shared/json'
import type { BulkPreview } from '#shared/library/bulk'
import type { StoryStep } from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import { type BulkChange, changesFor } from '#shared/story/bulk-change'
import { type Finding, SEVERITIES } from '#shared/story/finding'
import type { LinkKey, StoryDetail, StorySource } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import { checkFile } from '../story/checks/check-file'
import { checkedFileOf } from '../story/checks/checked-file'
import { fixChanges } from '../story/checks/fix-changes'
import { detailOf, linkIn } from '../story/detail-of'
import { answerJobs } from './answer-jobs'
import { factsAt } from './checked-files'
import { codeOf } from './disk'
import type { Checking } from './finding-keeper'
import { keepVersion } from './keep-version'
import { createKeptReadings } from './kept-readings'
import { openStory } from './read-file'
import { readSource } from './read-source'
import { createStorySaver, type Like, type SaveOutcome } from './save-story'

/** A story whole, and the bytes that say so. */
export type ReadStory = { readonly detail: StoryDetail; readonly bytes: Uint8Array }

/** What this thread is asked about one story of the library at `root`. */
export type StoryJob = {
  readonly root: string
  readonly id: StoryId
  /** The data folder that keeps what is replaced; `null`: nothing is kept. */
  readonly keepIn: string | null
  /** Milliseconds since 1970. */
  readonly now: number
  /** Fields that are written as dates. */
  readonly dateFields: readonly string[]
} & StoryWork
export type StoryWork =
  | { readonly kind: 'read' }
  | { readonly kind: 'source' }
  | { readonly kind: 'link'; readonly key: LinkKey }
  | { readonly kind: 'findings'; readonly checking: Checking }
  | ({ readonly kind: 'preview' } & BulkWork)
  | (SaveWork & Settled)
export type SaveWork =
  | { readonly kind: 'change'; readonly changes: readonly StoryChange[]; readonly like?: Like }
  | ({ readonly kind: 'bulk' } & BulkWork)
  | { readonly kind: 'take-back'; readonly step: StoryStep }
  | { readonly kind: 'restore'; readonly bytes: Uint8Array }

/** `checking` is said where the change needs it. */
type BulkWork = { readonly bulk: BulkChange; readonly checking?: Checking }

/** The version that is known to be whole; `null`: none is. */
type Settled = { readonly settled: Version | null }

export type StoryAnswer =
  | { readonly kind: 'read'; readonly read: Result<ReadStory, StoryError> }
  | { readonly kind: 'source'; readonly source: Result<StorySource, StoryError> }
  | { readonly kind: 'link'; readonly link: Result<Json, StoryError> }
  | { readonly kind: 'findings'; readonly findings: Result<readonly Finding[], StoryError> }
  | { readonly kind: 'preview'; readonly preview: BulkPreview }
  | {
      readonly kind: 'saved'
      readonly saved: Result<SaveOutcome, StoryError>
      /** Why the replaced version could not be kept, or `null`. */
      readonly notKept: string | null
    }

const readings = createKeptReadings()

/** As long as jobs come one after the other, there is no time for what may be needed. */
const IDLE_MS = 10
let idle: NodeJS.Timeout | undefined

/** Who has opened or changed a story will most likely change it next. */
async function answer(job: StoryJob): Promise<StoryAnswer> {
  clearTimeout(idle)
  const answered = await answerOf(job)
  idle = setTimeout(readings.prepare, IDLE_MS).unref()
  return answered
}

async function answerOf(job: StoryJob): Promise<StoryAnswer> {
  switch (job.kind) {
    case 'read':
      return { kind: 'read', read: read(job) }
    case 'source':
      return { kind: 'source', source: readSource(job.root, job.id) }
    case 'link':
      return { kind: 'link', link: link(job, job.key) }
    case 'preview':
      return { kind: 'preview', preview: previewOf(job, read(job)) }
    case 'findings':
      return { kind: 'findings', findings: findings(job, job.checking) }
    default:
      return save(job)
  }
}

function read({ root, id }: StoryJob): Result<ReadStory, StoryError> {
  const opened = openStory(root, id)
  if (!opened.ok) return opened
  const { version, bytes } = opened.value
  return ok({ detail: detailOf(id, version, bytes, readings.read(version, bytes)), bytes })
}

function link({ root, id }: StoryJob, key: LinkKey): Result<Json, StoryError> {
  const opened = openStory(root, id)
  if (!opened.ok) return opened
  const reading = readings.read(opened.value.version, opened.value.bytes)
  if (reading.kind !== 'front-matter')
    return fail({ code: 'problem', id, problem: reading.problem })
  const found = linkIn(reading.frontMatter.data.get('related'), key)
  return found === null ? fail({ code: 'gone', id, what: 'The link' }) : ok(found)
}

function findings(
  { root, id }: StoryJob,
  { rules, facts }: Checking
): Result<readonly Finding[], StoryError> {
  const opened = openStory(root, id)
  if (!opened.ok) return opened
  const file = checkedFileOf(id, opened.value.bytes)
  const found = checkFile(file, factsAt(root, facts), rules).map(({ finding }) => finding)
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity)
  return ok(found.sort((a, b) => rank(a) - rank(b)))
}

/** What a bulk change makes of one story. */
function bulkChanges(
  { root, id }: Pick<StoryJob, 'root' | 'id'>,
  { bulk, checking }: BulkWork,
  { detail, bytes }: ReadStory
): readonly StoryChange[] {
  if (bulk.kind !== 'fix') return changesFor(bulk, detail)
  if (checking === undefined) throw new Error('Nobody said what the checks may know')
  return fixChanges(checkedFileOf(id, bytes), factsAt(root, checking.facts), bulk)
}

function previewOf(job: StoryJob & BulkWork, story: Result<ReadStory, StoryError>): BulkPreview {
  const { id } = job
  if (!story.ok) return { id, changes: [], error: story.error }
  const { detail } = story.value
  const { problem } = detail.story
  return problem === null
    ? { id, changes: bulkChanges(job, job, story.value), error: null }
    : { id, changes: [], error: { code: 'problem', id, problem } }
}

async function save(job: StoryJob & SaveWork & Settled): Promise<StoryAnswer> {
  const { root, id, keepIn, now, dateFields, settled, ...work } = job
  let notKept: string | null = null
  const saver = createStorySaver({
    root,
    // Nobody looks at a thousand stories next, and the engine would copy what is remembered again and again.
    readings: work.kind === 'bulk' ? createKeptReadings() : readings,
    settled,
    dateFields,
    keep(story, version, bytes) {
      if (keepIn === null) return
      try {
        keepVersion(keepIn, { id: story, version, at: now }, bytes)
      } catch (cause) {
        // It must not keep an editor from working.
        notKept = codeOf(cause)
        if (notKept === null) throw cause
      }
    }
  })
  const saved = await saveBy(work)
  return { kind: 'saved', saved, notKept }

  function saveBy(wanted: SaveWork): Promise<Result<SaveOutcome, StoryError>> {
    switch (wanted.kind) {
      case 'change':
        return saver.change(id, wanted.changes, wanted.like)
      case 'bulk':
        return saver.changeBy(id, (story) => bulkChanges(job, wanted, story))
      case 'take-back':
        return saver.takeBack(wanted.step)
      case 'restore':
        return saver.restore(id, wanted.bytes)
    }
  }
}

answerJobs(answer)
