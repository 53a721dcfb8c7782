import type { Json } from '../json'
import type { LinkKey } from './story'

/** One field in which two versions of a story differ. */
export type FieldDiff = {
  /**
   * Keys and list positions joined by `/`, as in a `StoryChange`, e.g. `provider/name`; `topics` and `related` are one
   * row each. Empty if it is about the file as a whole: its text, its spelling, or that it cannot be read.
   */
  readonly field: string
  /** What became of it, in an editor's words: `Published: off, was on`. One line, long texts cut. */
  readonly words: string
  /** Both values whole; missing where the field is, and for `related`, `secured` and the file as a whole. */
  readonly was?: Json
  readonly value?: Json
}

/** One link that is not as in the last commit, in an editor's words: `moved from 7 to 2`. */
export type LinkDiff = {
  readonly key: LinkKey
  readonly title: string
  readonly words: string
}
