import { randomUUID } from 'node:crypto'
import type { StepOutcome } from '#shared/contract/contract'
import type { BulkOutcome, BulkProgress } from '#shared/library/bulk'
import {
  type DoneStep,
  doneStep,
  emptyHistory,
  type History,
  type HistoryAction,
  reduceHistory,
  type Step,
  type StoryStep
} from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import { type BulkChange, bulkLabel } from '#shared/story/bulk-change'
import type { LinkMove } from '#shared/story/link-move'
import type { Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { labelOf, moveLabel } from '../story/label-of'
import { runBulk } from './bulk'
import type { Journal } from './journal'
import { moveLink } from './move-link'
import type { Like, SaveOutcome } from './save-story'
import type { StoryThreads } from './story-threads'
import type { SaveWork } from './story-worker'
import { createTaskQueue } from './task-queue'

/** Writes what editors want, and takes it back. One writer per story; steps are undone one at a time. */
export type Editing = {
  change(id: StoryId, change: StoryChange, fold: string | null): Promise<Result<Story, StoryError>>
  /** Takes a link from one story to another; it is one step. Waits for steps that are under way. */
  moveLink(move: LinkMove): Promise<Result<readonly Story[], StoryError>>
  /** Makes one change to many stories; it is one step. Waits for steps that are under way. */
  bulk(ids: readonly StoryId[], bulk: BulkChange): Promise<BulkOutcome>
  /** Stops the bulk change that is running, if any. What is saved stays, and can be undone. */
  cancelBulk(): void
  /** Makes several changes as one step, which is called `label`: all of them, or none. */
  changeAll(id: StoryId, changes: NamedChanges): Promise<Result<Story, StoryError>>
  /** Gives a story these bytes; a step like any other, which is called `label`. */
  restore(id: StoryId, bytes: Uint8Array, label?: string): Promise<Result<Story, StoryError>>
  /** What was done and not undone, also earlier, oldest first. */
  steps(): Promise<readonly Step[]>
  /** What was done since this was created and not undone, newest first. */
  doneSteps(): readonly DoneStep[]
  undo(): Promise<StepOutcome | null>
  redo(): Promise<StepOutcome | null>
  state(): EditingState
  isBusy(id: StoryId): boolean
  /** Steps of a story that got another name go on to work. */
  renamed(from: StoryId, to: StoryId): Promise<void>
  /** Resolves when all that was asked for so far is on disk or refused. */
  idle(): Promise<void>
}

/** Changes that are one step. */
export type NamedChanges = {
  readonly changes: readonly StoryChange[]
  readonly label: string
  readonly like: Like | null
}

/** Labels of the steps that would be undone and redone now, and how far a bulk change is. */
export type EditingState = {
  readonly undo: string | null
  readonly redo: string | null
  readonly bulk: BulkProgress | null
}

type EditingParts = {
  readonly save: StoryThreads['save']
  readonly linkIn: StoryThreads['link']
  /** `null`: what was done is forgotten at the end. */
  readonly journal: Journal | null
  /** @returns `null` if there is no such story: only stories that the library listed are ever opened. */
  readonly storyAt: (id: StoryId) => Story | null
  /** Rows whose files were just written, or only the state changed. The state is up to date already. */
  readonly onSaved: (stories: readonly Story[]) => void
}

export function createEditing({
  save: writeNow,
  linkIn,
  journal,
  storyAt,
  onSaved
}: EditingParts): Editing {
  const queue = createTaskQueue<StoryId>()
  /** Written, and no row says so yet: what the disk says of them now is our own work. */
  const untold = new Set<StoryId>()
  const stepping = createTaskQueue<'step'>()
  let history: History = emptyHistory
  /** How many of the steps were done in an earlier session. */
  let earlier = 0
  let bulkProgress: BulkProgress | null = null
  let bulkCancelled = false

  const remembered = journal?.load().then((loaded) => {
    history = loaded
    earlier = loaded.past.length
    if (loaded !== emptyHistory) onSaved([])
  })

  function act(action: HistoryAction, saved: readonly Story[]): void {
    journal?.append(action)
    const { past } = history
    history = reduceHistory(history, action)
    // The oldest step is forgotten when there are too many.
    const isNew = action.kind === 'did' || action.kind === 'went-on'
    if (isNew && past[0] !== history.past[0] && past.length > 0) earlier -= 1
    earlier = Math.max(0, Math.min(earlier, history.past.length))
    onSaved(saved)
    for (const { id } of saved) untold.delete(id)
  }

  const write: StoryThreads['save'] = async (id, ...work) => {
    const result = await writeNow(id, ...work)
    if (result.ok && result.value.step !== null) untold.add(id)
    return result
  }

  /** One writer per story, and only for stories that are listed. */
  const save = (
    id: StoryId,
    work: (story: Story) => Promise<Result<SaveOutcome, StoryError>>
  ): Promise<Result<SaveOutcome, StoryError>> =>
    queue.run(id, async () => {
      await remembered
      const story = storyAt(id)
      return story === null ? fail({ code: 'not-found', id }) : work(story)
    })

  /** One step of one story; what is answered as done can be undone, whatever happens next. */
  async function saveOne(
    id: StoryId,
    work: SaveWork,
    label: (before: Story, outcome: SaveOutcome) => string,
    fold: string | null = null
  ): Promise<Result<Story, StoryError>> {
    const saved = await save(id, async (before) => {
      const result = await write(id, before.version, work)
      if (result.ok) did(result.value, () => label(before, result.value), fold)
      return result
    })
    await journal?.idle()
    return saved.ok ? ok(saved.value.story) : saved
  }

  function did({ story, step }: SaveOutcome, label: () => string, fold: string | null): void {
    if (step === null) return
    act({ kind: 'did', step: { label: label(), stories: [step], fold } }, [story])
  }

  async function move(wanted: LinkMove): Promise<Result<readonly Story[], StoryError>> {
    await remembered
    const name = storyAt(wanted.to)?.title ?? wanted.to
    const moved = await moveLink(wanted, {
      linkIn,
      save: (id, work) => save(id, ({ version }) => write(id, version, work))
    })
    if (!moved.ok) {
      for (const id of [wanted.from, wanted.to]) untold.delete(id)
      return moved
    }
    const { stories, steps, link } = moved.value
    act(
      { kind: 'did', step: { label: moveLabel(link, name), stories: steps, fold: null } },
      stories
    )
    await journal?.idle()
    return ok(stories)
  }

  async function bulk(ids: readonly StoryId[], wanted: BulkChange): Promise<BulkOutcome> {
    await remembered
    bulkCancelled = false
    const fold = `bulk ${randomUUID()}`
    let changed = 0
    const outcome = await runBulk({
      ids,
      bulk: wanted,
      save: (id) => save(id, ({ version }) => write(id, version, { kind: 'bulk', bulk: wanted })),
      isCancelled: () => bulkCancelled,
      onProgress({ stories, steps }, progress) {
        bulkProgress = progress
        changed += steps.length
        if (steps.length === 0) return onSaved([])
        // Noted as it comes, so that it can be undone should the program end before it does.
        act(
          { kind: 'went-on', step: { label: bulkLabel(wanted, changed), stories: steps, fold } },
          stories
        )
      }
    })
    bulkProgress = null
    onSaved([])
    await journal?.idle()
    return outcome
  }

  const revertStory = (step: StoryStep): Promise<Reverted> =>
    save(step.id, ({ version }) => write(step.id, version, { kind: 'take-back', step })).then(
      (result) => ({
        step,
        result
      })
    )

  async function go(direction: 'undo' | 'redo'): Promise<StepOutcome | null> {
    await remembered
    await queue.idle() // what was asked for before this belongs to the history
    const step = (direction === 'undo' ? history.past : history.future).at(-1)
    if (step === undefined) return null

    const reverted = await Promise.all(step.stories.map(revertStory))
    const { outcome, back, saved, isWorthRetry } = summaryOf(step, reverted)
    for (const { id } of step.stories) untold.delete(id)
    if (isWorthRetry) return outcome
    if (direction === 'undo') act({ kind: 'undid', step, redo: back }, saved)
    else act({ kind: 'redid', step, undo: back }, saved)
    return outcome
  }

  return {
    change: (id, wanted, fold) =>
      saveOne(
        id,
        { kind: 'change', changes: [wanted] },
        (before, { linksBefore }) => labelOf(wanted, before, linksBefore),
        fold
      ),
    changeAll: (id, { changes, label, like }) =>
      saveOne(id, { kind: 'change', changes, ...(like && { like }) }, () => label),
    restore: (id, bytes, label) =>
      saveOne(id, { kind: 'restore', bytes }, (before) => label ?? `Restore ${before.title ?? id}`),
    async steps() {
      await remembered
      return history.past
    },
    moveLink: (wanted) => stepping.run('step', () => move(wanted)),
    bulk: (ids, wanted) => stepping.run('step', () => bulk(ids, wanted)),
    cancelBulk() {
      bulkCancelled = true
    },
    doneSteps: () => history.past.slice(earlier).map(doneStep).toReversed(),
    undo: () => stepping.run('step', () => go('undo')),
    redo: () => stepping.run('step', () => go('redo')),
    state: () => ({
      undo: history.past.at(-1)?.label ?? null,
      redo: history.future.at(-1)?.label ?? null,
      bulk: bulkProgress
    }),
    isBusy: (id) => queue.isBusy(id) || untold.has(id),
    async renamed(from, to) {
      await remembered
      const isIn = ({ stories }: Step) => stories.some(({ id }) => id === from)
      if (!history.past.some(isIn) && !history.future.some(isIn)) return
      const action: HistoryAction = { kind: 'renamed', from, to }
      journal?.append(action)
      history = reduceHistory(history, action)
    },
    async idle() {
      await remembered
      await stepping.idle()
      await queue.idle()
      await journal?.idle()
    }
  }
}

type Reverted = {
  readonly step: StoryStep
  readonly result: Result<SaveOutcome, StoryError>
}

/** What going back did, and the step that goes forward again; `null` if nothing of it went back. */
function summaryOf({ label, stories }: Step, reverted: readonly Reverted[]) {
  const failed = reverted.flatMap(({ result }) => (result.ok ? [] : result.error))
  const done = reverted.flatMap(({ result }) => (result.ok ? result.value : []))
  const back = done.flatMap(({ step }) => step ?? [])
  const outcome: StepOutcome = { label, stories: done.map(({ story }) => story.id), failed }
  return {
    outcome,
    back: back.length === 0 ? null : { label, stories: back, fold: null },
    saved: done.map(({ story }) => story),
    // A full disk or a drive that is away passes; then the step can be tried again.
    isWorthRetry: failed.length === stories.length && failed.every(({ code }) => code === 'disk')
  }
}
