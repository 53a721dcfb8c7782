import type { Json } from '../json'
import type { Problem } from '../problem'
import { assertNever } from '../result'
import type { StoryId } from './story-id'

/** Everything that can go wrong with one story. Plain data, so IPC and JSON carry it unchanged. */
export type StoryError =
  | { readonly code: 'not-found'; readonly id: StoryId }
  /** The same field was changed outside. A missing value is `null`. */
  | {
      readonly code: 'conflict'
      readonly id: StoryId
      readonly field: string
      readonly yours: Json
      readonly theirs: Json
    }
  /** The change has nothing to work on any more: the link or topic that it names is gone. */
  | { readonly code: 'gone'; readonly id: StoryId; readonly what: string }
  /** Storydesk may not touch this field, e.g. `secured`, or a list of another shape. */
  | {
      readonly code: 'not-editable'
      readonly id: StoryId
      readonly field: string
      readonly reason: string
    }
  /** The story's front matter cannot be read or cannot be edited safely. */
  | { readonly code: 'problem'; readonly id: StoryId; readonly problem: Problem }
  | { readonly code: 'disk'; readonly id: StoryId; readonly reason: string }

/** What happened, what was not lost, and what to do next, in the editor's words. */
export function explain(error: StoryError): string {
  switch (error.code) {
    case 'not-found':
      return `${error.id} is no longer in the folder. Nothing was written.`
    case 'conflict':
      return `${error.field} was changed on disk meanwhile to ${shown(error.theirs)}. Your ${shown(error.yours)} was not saved: set it again, or keep what is on disk.`
    case 'gone':
      return `${error.what} is no longer in this story. Nothing was changed.`
    case 'not-editable':
      return `${error.field} cannot be edited here: ${error.reason}. Nothing was changed.`
    case 'problem':
      return `Line ${error.problem.line}: ${error.problem.message} Nothing was changed.`
    case 'disk':
      return `${error.id} could not be saved (${error.reason}). The file is as it was.`
    default:
      return assertNever(error)
  }
}

/** Longer values would fill the screen; the field shows them whole. */
const LONGEST = 120

function shown(value: Json): string {
  if (value === null) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}
