import type { EntryNode, ItemNode, ListNode, MapNode, Node } from './nodes'
import type { YamlValue } from './value'

/**
 * What is to become of a node: kept as it stands, kept with changes inside, or written anew. A node that no plan
 * holds goes away. Plans are changed in place while a patch is applied, and never leave it.
 */
export type Plan = KeptPlan | NewPlan | MapPlan | ListPlan
export type KeptPlan = {
  readonly kind: 'kept'
  readonly node: Node
  readonly value: YamlValue
}
export type NewPlan = { readonly kind: 'new'; readonly value: YamlValue }
export type MapPlan = {
  readonly kind: 'map'
  /** `null` if the mapping is new. */
  readonly node: MapNode | null
  readonly entries: EntryPlan[]
}
export type ListPlan = {
  readonly kind: 'list'
  readonly node: ListNode | null
  readonly items: ItemPlan[]
}
export type EntryPlan = {
  readonly node: EntryNode | null
  /** `null` for an alias as key. */
  readonly key: string | null
  value: Plan
}
export type ItemPlan = { readonly node: ItemNode | null; value: Plan }
