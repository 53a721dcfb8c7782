import { sameValue, type YamlValue } from '../front-matter/value'
import type { LinkName, MergeConflict } from './merge-conflict'

/** What a merge makes of one value, and where it is spelled. */
export type Merged = {
  readonly value: YamlValue
  /** Whether it is the same data as there. */
  readonly isOurs: boolean
  readonly isTheirs: boolean
  /** What it is put together from; `null` if it is taken as it stands on one side. */
  readonly parts: MergedMap | MergedList | null
}
export type MergedMap = {
  readonly kind: 'map'
  readonly entries: readonly { readonly key: string; readonly value: Merged }[]
}
export type MergedList = { readonly kind: 'list'; readonly items: readonly MergedItem[] }
/** An item with its positions in the three lists, `null` where it is not. */
export type MergedItem = {
  readonly value: Merged
  readonly base: number | null
  readonly ours: number | null
  readonly theirs: number | null
}

/** Where in a story something stands, and who takes what clashes there. */
export type Place = {
  /** Keys and positions joined by `/`; below the link where there is one. */
  readonly field: string
  readonly link: LinkName | null
  readonly report: (conflict: MergeConflict) => Side
  /** Takes what clashes and is ours in any case. */
  readonly note: (conflict: MergeConflict) => void
}
/** Whose version of something is taken. */
export type Side = 'ours' | 'theirs'
/** What may be missing. */
export type Value = YamlValue | undefined

/** Merges what stands at one place. @returns `null` if nothing is to be there. */
export type MergeValues = (base: Value, ours: Value, theirs: Value, place: Place) => Merged | null

/** A value as one side, or both, have it. */
export const taken = (value: YamlValue, ours: Value, theirs: Value): Merged => ({
  value,
  isOurs: ours !== undefined && sameValue(value, ours),
  isTheirs: theirs !== undefined && sameValue(value, theirs),
  parts: null
})
