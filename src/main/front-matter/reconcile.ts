import type { EntryPlan, ItemPlan, ListPlan, MapPlan, Plan } from './plan'
import { isRefusal, type Refusal, refuse, refuseChange, refuseRemoval } from './refusal'
import {
  isYamlList,
  isYamlMap,
  sameValue,
  stringifyExact,
  type YamlMap,
  type YamlValue
} from './value'

/** Opens a collection, so that its parts can be changed one by one. Other plans stay as they are. */
export function expand(plan: Plan): Plan {
  if (plan.kind === 'kept' && plan.node.kind === 'map') {
    const data = plan.value as YamlMap
    const entries = plan.node.entries.map((node) => ({
      node,
      key: node.key,
      value: {
        kind: 'kept' as const,
        node: node.value,
        value: (node.key === null ? null : data.get(node.key)) ?? null
      }
    }))
    return { kind: 'map', node: plan.node, entries }
  }
  if (plan.kind === 'kept' && plan.node.kind === 'list') {
    const data = plan.value as readonly YamlValue[]
    const items = plan.node.items.map((node, i) => ({
      node,
      value: { kind: 'kept' as const, node: node.value, value: data[i] ?? null }
    }))
    return { kind: 'list', node: plan.node, items }
  }
  if (plan.kind !== 'new') return plan
  if (isYamlMap(plan.value)) {
    const entries = [...plan.value].map(([key, value]) => ({
      node: null,
      key,
      value: { kind: 'new' as const, value }
    }))
    return { kind: 'map', node: null, entries }
  }
  if (!isYamlList(plan.value)) return plan
  const items = plan.value.map((value) => ({ node: null, value: { kind: 'new' as const, value } }))
  return { kind: 'list', node: null, items }
}

/**
 * Makes `value` of `plan`, keeping of the source what is the same: of a mapping the keys that stay, of a list the
 * items that stay, wherever they go.
 */
export function reconcile(plan: Plan, value: YamlValue, used: ReadonlySet<string>): Plan | Refusal {
  if (plan.kind === 'new') return { kind: 'new', value }
  if (plan.kind === 'kept') {
    if (sameValue(plan.value, value)) return plan
    const fault = refuseChange(plan.node, used)
    if (fault !== null) return fault
  }
  const open = expand(plan)
  if (open.kind === 'map' && isYamlMap(value)) return reconcileMap(open, value, used)
  if (open.kind === 'list' && isYamlList(value)) return reconcileList(open, value, used)
  return refuseLoss(plan, used) ?? { kind: 'new', value }
}

function reconcileMap(plan: MapPlan, value: YamlMap, used: ReadonlySet<string>): Plan | Refusal {
  const seen = new Set<string | null>()
  const entries: EntryPlan[] = []
  for (const entry of plan.entries) {
    const { key } = entry
    if (key === null || key === '<<' || seen.has(key)) {
      return refuse(
        key === '<<' || key === null ? 'merge-key' : 'duplicate-key',
        'This mapping has a merge key, an alias as key, or the same key twice.',
        entry.node?.start ?? 0
      )
    }
    seen.add(key)
    const wanted = value.get(key)
    if (wanted === undefined) {
      const fault = refuseLoss(entry.value, used)
      if (fault !== null) return fault
      continue
    }
    const settled = reconcile(entry.value, wanted, used)
    if (isRefusal(settled)) return settled
    entries.push({ ...entry, value: settled })
  }
  for (const [key, item] of value) {
    if (seen.has(key)) continue
    if (key === '<<')
      return refuse('merge-key', '`<<` is no name for a field.', plan.node?.start ?? 0)
    entries.push({ node: null, key, value: { kind: 'new', value: item } })
  }
  return { kind: 'map', node: plan.node, entries }
}

function reconcileList(
  plan: ListPlan,
  value: readonly YamlValue[],
  used: ReadonlySet<string>
): Plan | Refusal {
  const old = plan.items.map((item) => ({ item, value: planValue(item.value), free: true }))
  const places = new Map<string, number[]>()
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const text = stringifyExact((old[i] as Old).value)
    const at = places.get(text)
    if (at === undefined) places.set(text, [i])
    else at.push(i)
  }
  const items: (ItemPlan | null)[] = value.map((wanted) => {
    const at = places.get(stringifyExact(wanted))
    const match = at?.at(-1)
    if (match === undefined || !sameValue((old[match] as Old).value, wanted)) return null
    at?.pop()
    const found = old[match] as Old
    found.free = false
    return found.item
  })
  for (const [i, item] of items.entries()) {
    if (item !== null) continue
    const settled = place(old, i, value, used)
    if (isRefusal(settled)) return settled
    items[i] = settled
  }
  for (const { item, free } of old) {
    const fault = free ? refuseLoss(item.value, used) : null
    if (fault !== null) return fault
  }
  return { kind: 'list', node: plan.node, items: items as ItemPlan[] }
}

type Old = { readonly item: ItemPlan; readonly value: YamlValue; free: boolean }

/** A wanted item that no old one equals: a change of the old one at its place or most like it, or new. */
function place(
  old: readonly Old[],
  index: number,
  value: readonly YamlValue[],
  used: ReadonlySet<string>
): ItemPlan | Refusal {
  const wanted = value[index] as YamlValue
  const candidates = [old[index], ...(old.length <= 500 ? old : [])]
  const model = candidates.find(
    (candidate, n) =>
      candidate?.free === true &&
      (isYamlMap(wanted)
        ? isAlike(candidate.value, wanted)
        : n === 0 && old.length === value.length && !isYamlMap(candidate.value))
  )
  if (model === undefined) return { node: null, value: { kind: 'new', value: wanted } }
  const settled = reconcile(model.item.value, wanted, used)
  if (isRefusal(settled)) return settled
  model.free = false
  return { node: model.item.node, value: settled }
}

/** Whether at least half of the fields of two mappings are equal. */
function isAlike(a: YamlValue, b: YamlMap): boolean {
  if (!isYamlMap(a)) return false
  let equal = 0
  for (const [key, value] of b) {
    const other = a.get(key)
    if (other !== undefined && sameValue(other, value)) equal += 1
  }
  return equal * 2 >= Math.max(a.size, b.size)
}

/** The data that a plan stands for. */
function planValue(plan: Plan): YamlValue {
  if (plan.kind === 'kept' || plan.kind === 'new') return plan.value
  if (plan.kind === 'list') return plan.items.map((item) => planValue(item.value))
  return new Map(plan.entries.map(({ key, value }) => [key ?? '', planValue(value)]))
}

/** Why nothing of the plan may go away, or `null`. */
function refuseLoss(plan: Plan, used: ReadonlySet<string>): Refusal | null {
  if (plan.kind === 'kept') return refuseRemoval(plan.node, used)
  if (plan.kind === 'new') return null
  for (const { value } of plan.kind === 'map' ? plan.entries : plan.items) {
    const fault = refuseLoss(value, used)
    if (fault !== null) return fault
  }
  return null
}
