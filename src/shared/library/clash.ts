import * as z from 'zod'
import type { Json } from '../json'

/** Whose version of something is taken. */
export const ClashChoice = z.enum(['ours', 'theirs'])
export type ClashChoice = z.infer<typeof ClashChoice>

/** One thing that both sides of a merge changed, each in another way. */
export type ClashRow = {
  /** What clashed, in one line. */
  readonly words: string
  /** Whether an editor has to choose; if not, ours stays: comments, and the place of a link. */
  readonly asks: boolean
  /** The two values, missing where the field is, and where there are none to show. */
  readonly ours?: Json
  readonly theirs?: Json
}

/** What is left to decide of a story that a merge in git left to a person. Everything else is merged. */
export type Clash = {
  readonly rows: readonly ClashRow[]
  /** Who deleted the story that the other side changed; `null` if both have it. To settle it is to keep it. */
  readonly deletedBy: ClashChoice | null
  /** Then `theirs` are the commits of whoever sits here, and `ours` is what they are put upon. */
  readonly isRebase: boolean
}
