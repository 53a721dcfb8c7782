import type { ScalarEvent } from 'js-yaml'

type Place = {
  /** Where the node starts, its tag and anchor included. */
  readonly start: number
  /** Where its own text starts, behind tag and anchor. */
  readonly contentStart: number
  /** Where it ends: behind a quote or bracket, before the line break of its last line. */
  readonly end: number
  readonly anchor: string | null
  readonly tagged: boolean
}
export type ScalarStyle = 'empty' | 'plain' | 'single' | 'double' | 'literal' | 'folded'
export type ScalarNode = Place & {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  readonly event: ScalarEvent
}
export type AliasNode = Place & { readonly kind: 'alias' }
export type EntryNode = {
  /** Where the key, or the `?` before it, starts. */
  readonly start: number
  /** `null` for an alias as key. */
  readonly key: string | null
  readonly keyNode: ScalarNode | AliasNode
  /** Where the `:` stands; -1 if there is none. */
  readonly colon: number
  readonly value: Node
}
export type ItemNode = {
  /** Where the dash, or the value in brackets, starts. */
  readonly start: number
  readonly value: Node
}
export type MapNode = Place & {
  readonly kind: 'map'
  readonly flow: boolean
  /** `false` for `a: b` alone inside brackets. */
  readonly bracketed: boolean
  readonly entries: readonly EntryNode[]
}
export type ListNode = Place & {
  readonly kind: 'list'
  readonly flow: boolean
  readonly items: readonly ItemNode[]
}
export type CollectionNode = MapNode | ListNode
/** A YAML node with its place in the text. */
export type Node = ScalarNode | AliasNode | CollectionNode
