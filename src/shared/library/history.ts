import { assertNever } from '../result'
import type { StoryChange } from '../story/story-change'
import type { StoryId, Version } from '../story/story-id'

/** Replaces the text from `start` up to `end` with `insert`. Offsets count UTF-16 code units. */
export type TextEdit = {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/**
 * How one story takes one step back (or forward again). While its file is at version `after`, `exact` brings back
 * the bytes of version `before`; when someone else changed it since, `inverse` is planned against the new text.
 */
export type StoryStep = {
  readonly id: StoryId
  readonly before: Version
  readonly after: Version
  /** Each list applies to the text that the list before it left; `null` if somebody else wrote in between. */
  readonly exact: readonly (readonly TextEdit[])[] | null
  /** To be planned one after the other. */
  readonly inverse: readonly StoryChange[]
  /** What `inverse` takes back, in the order in which it was done. */
  readonly forward: readonly StoryChange[]
}

/** One thing the editor did, to one story or to many. */
export type Step = {
  /** In the editor's words, e.g. `Set quality to 80`. */
  readonly label: string
  readonly stories: readonly StoryStep[]
  /** Steps that follow each other with the same `fold` are one (the keys of one typing); `null` never folds. */
  readonly fold: string | null
}

/** A step for looking at. */
export type DoneStep = {
  readonly label: string
  /** How many stories it changed; only the first ones are named. */
  readonly count: number
  readonly stories: readonly Pick<StoryStep, 'id' | 'before' | 'after'>[]
}

/** A long list of stories says no more than their number. */
const MOST_NAMED = 5

export const doneStep = ({ label, stories }: Step): DoneStep => ({
  label,
  count: stories.length,
  stories: stories.slice(0, MOST_NAMED).map(({ id, before, after }) => ({ id, before, after }))
})

/** Newest step last. Undone steps wait in `future` until the editor does something new. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] }
export const emptyHistory: History = { past: [], future: [] }

/** More steps than anybody goes back; the oldest are forgotten first. */
export const MOST_STEPS = 500

export type HistoryAction =
  | { readonly kind: 'did'; readonly step: Step }
  /** One step that is done bit by bit: these stories join those of the same `fold`, whatever was done in between. */
  | { readonly kind: 'went-on'; readonly step: Step }
  /** `redo` is `null` if nothing of the step could be undone. */
  | { readonly kind: 'undid'; readonly step: Step; readonly redo: Step | null }
  | { readonly kind: 'redid'; readonly step: Step; readonly undo: Step | null }
  | { readonly kind: 'renamed'; readonly from: StoryId; readonly to: StoryId }

export function reduceHistory(history: History, action: HistoryAction): History {
  const { past, future } = history
  switch (action.kind) {
    case 'did':
      return { past: afterDoing(past, action.step), future: [] }
    case 'went-on':
      return { past: afterGoingOn(past, action.step), future: [] }
    case 'undid':
      return {
        past: past.filter((step) => step !== action.step),
        future: action.redo === null ? future : [...future, action.redo]
      }
    case 'redid':
      return {
        past: action.undo === null ? past : [...past, action.undo],
        future: future.filter((step) => step !== action.step)
      }
    case 'renamed':
      return {
        past: past.map((step) => renamed(step, action)),
        future: future.map((step) => renamed(step, action))
      }
    default:
      return assertNever(action)
  }
}

function afterDoing(past: readonly Step[], step: Step): readonly Step[] {
  const last = past.at(-1)
  const folded = last === undefined ? null : foldSteps(last, step)
  return folded === null ? [...past, step].slice(-MOST_STEPS) : [...past.slice(0, -1), folded]
}

function afterGoingOn(past: readonly Step[], step: Step): readonly Step[] {
  const begun = past.findLast(({ fold }) => fold === step.fold)
  if (begun === undefined) return [...past, step].slice(-MOST_STEPS)
  const whole = { ...step, stories: [...begun.stories, ...step.stories] }
  return [...past.filter((other) => other !== begun), whole]
}

/** @returns `null` unless both belong to one typing in one story. */
function foldSteps(earlier: Step, later: Step): Step | null {
  const [was, ...others] = earlier.stories
  const [is, ...more] = later.stories
  if (later.fold === null || earlier.fold !== later.fold) return null
  if (was === undefined || is === undefined || others.length + more.length > 0) return null
  if (was.id !== is.id) return null

  if (was.after !== is.before && !goesOn(was.forward, is.forward)) return null

  const unbroken = was.after === is.before && was.exact !== null && is.exact !== null
  const story: StoryStep = {
    id: is.id,
    before: was.before,
    after: is.after,
    exact: unbroken ? [...(is.exact ?? []), ...(was.exact ?? [])] : null,
    inverse: foldChanges(is.inverse, was.inverse),
    forward: foldChanges(was.forward, is.forward)
  }
  return { ...later, stories: [story] }
}

/** Whether what the editor saw is what they had left: to go back over a value of somebody else would drop it. */
function goesOn(first: readonly StoryChange[], then: readonly StoryChange[]): boolean {
  const last = first.at(-1)
  const next = then[0]
  if (last === undefined || next === undefined || !('field' in last && 'field' in next)) return true
  return last.field !== next.field || JSON.stringify(last.value) === JSON.stringify(next.was)
}

/** Setting a field to B and then to C is setting it to C. */
function foldChanges(
  first: readonly StoryChange[],
  then: readonly StoryChange[]
): readonly StoryChange[] {
  const [a] = first
  const [b] = then
  const single = first.length === 1 && then.length === 1
  if (!single || a?.kind !== 'set' || b?.kind !== 'set' || a.field !== b.field) {
    return [...first, ...then]
  }
  const { was: _wasOfB, ...target } = b
  return [a.was === undefined ? target : { ...target, was: a.was }]
}

function renamed(step: Step, { from, to }: { readonly from: StoryId; readonly to: StoryId }): Step {
  if (!step.stories.some(({ id }) => id === from)) return step
  return { ...step, stories: step.stories.map((s) => (s.id === from ? { ...s, id: to } : s)) }
}
