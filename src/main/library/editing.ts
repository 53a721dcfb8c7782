import type { StepOutcome } from '#shared/contract/contract'
import {
  emptyHistory,
  type History,
  type HistoryAction,
  reduceHistory,
  type Step,
  type StoryStep
} from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import type { Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { detailOf } from '../story/detail-of'
import { labelOf } from '../story/label-of'
import { type SaveOutcome, saveChanges, takeBack } from './save-story'
import { createTaskQueue } from './task-queue'

/** Writes what editors want, and takes it back. One writer per story; steps are undone one at a time. */
export type Editing = {
  change(id: StoryId, change: StoryChange, fold: string | null): Promise<Result<Story, StoryError>>
  undo(): Promise<StepOutcome | null>
  redo(): Promise<StepOutcome | null>
  /** Labels of the steps that would be undone and redone now. */
  labels(): { readonly undo: string | null; readonly redo: string | null }
  isBusy(id: StoryId): boolean
  /** Steps of a story that got another name go on to work. */
  renamed(from: StoryId, to: StoryId): void
  /** Resolves when all that was asked for so far is on disk or refused. */
  idle(): Promise<void>
}

type EditingParts = {
  readonly root: string
  /** @returns `null` if there is no such story: only stories that the library listed are ever opened. */
  readonly storyAt: (id: StoryId) => Story | null
  /** Rows whose files were just written. The history is up to date already. */
  readonly onSaved: (stories: readonly Story[]) => void
}

export function createEditing({ root, storyAt, onSaved }: EditingParts): Editing {
  const queue = createTaskQueue<StoryId>()
  const stepping = createTaskQueue<'step'>()
  let history: History = emptyHistory

  function act(action: HistoryAction, saved: readonly Story[]): void {
    history = reduceHistory(history, action)
    onSaved(saved)
  }

  async function change(
    id: StoryId,
    wanted: StoryChange,
    fold: string | null
  ): Promise<Result<Story, StoryError>> {
    const before = storyAt(id)
    if (before === null) return fail({ code: 'not-found', id })
    const saved = await saveChanges(root, id, [wanted])
    if (!saved.ok) return saved

    const { previous, story, step } = saved.value
    if (step === null) return ok(story)
    const links = 'link' in wanted ? detailOf(id, step.before, previous).links : []
    const label = labelOf(wanted, before, links)
    act({ kind: 'did', step: { label, stories: [step], fold } }, [story])
    return ok(story)
  }

  /** Takes back what can be taken back of one step, and says what could not be. */
  async function revert({ label, stories }: Step): Promise<Reverted> {
    const reverted = await Promise.all(
      stories.map(async (step) => ({ step, result: await revertStory(step) }))
    )
    const failed: StoryStep[] = []
    const errors: StoryError[] = []
    const done: SaveOutcome[] = []
    for (const { step, result } of reverted) {
      if (result.ok) done.push(result.value)
      else {
        failed.push(step)
        errors.push(result.error)
      }
    }
    const back = done.flatMap(({ step }) => step ?? [])
    return {
      outcome: { label, stories: done.map(({ story }) => story.id), failed: errors },
      stories: done.map(({ story }) => story),
      back: back.length === 0 ? null : { label, stories: back, fold: null },
      // A full disk or a drive that is away passes; then the step can be tried again.
      retry: failed.length === stories.length && errors.every(({ code }) => code === 'disk')
    }
  }

  const revertStory = (step: StoryStep): Promise<Result<SaveOutcome, StoryError>> =>
    queue.run(step.id, async () =>
      storyAt(step.id) === null ? fail({ code: 'not-found', id: step.id }) : takeBack(root, step)
    )

  async function go(direction: 'undo' | 'redo'): Promise<StepOutcome | null> {
    await queue.idle() // what was asked for before this belongs to the history
    const step = (direction === 'undo' ? history.past : history.future).at(-1)
    if (step === undefined) return null
    const { outcome, stories, back, retry } = await revert(step)
    if (!retry) {
      if (direction === 'undo') act({ kind: 'undid', step, redo: back }, stories)
      else act({ kind: 'redid', step, undo: back }, stories)
    }
    return outcome
  }

  return {
    change: (id, wanted, fold) => queue.run(id, () => change(id, wanted, fold)),
    undo: () => stepping.run('step', () => go('undo')),
    redo: () => stepping.run('step', () => go('redo')),
    labels: () => ({
      undo: history.past.at(-1)?.label ?? null,
      redo: history.future.at(-1)?.label ?? null
    }),
    isBusy: (id) => queue.isBusy(id),
    renamed(from, to) {
      history = reduceHistory(history, { kind: 'renamed', from, to })
    },
    async idle() {
      await stepping.idle()
      await queue.idle()
    }
  }
}

type Reverted = {
  readonly outcome: StepOutcome
  readonly stories: readonly Story[]
  readonly back: Step | null
  readonly retry: boolean
}
