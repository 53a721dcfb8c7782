import type { Node } from './nodes'
import type { Operation } from './operation'
import type { EntryPlan, ItemPlan, ListPlan, MapPlan, Plan } from './plan'
import { parseIndex } from './pointer'
import { expand, reconcile } from './reconcile'
import {
  isRefusal,
  type Refusal,
  refuse,
  refuseChange,
  refuseCopy,
  refuseRemoval,
  refuseRewriting
} from './refusal'

/** The plan of a whole front matter, and what its edits must not break. */
export type Planning = {
  root: MapPlan
  /** The anchors that aliases refer to. */
  readonly used: ReadonlySet<string>
  /** Where to point when there is no better place. */
  readonly offset: number
}

/**
 * Applies an operation, which the data has already taken, to the plan.
 *
 * @returns why it cannot be done in the text, or `null`.
 */
export function planOperation(planning: Planning, operation: Operation): Refusal | null {
  const { op, path } = operation
  switch (op) {
    case 'test':
      return null
    case 'remove': {
      const taken = take(planning, path, true)
      return isRefusal(taken) ? taken : null
    }
    case 'add':
    case 'replace':
      return put(planning, path, { kind: 'new', value: operation.value }, op === 'add')
    case 'copy': {
      const source = find(planning, operation.from)
      if (isRefusal(source)) return source
      const fault = refuseInside(source, refuseCopy) ?? refuseInside(source, refuseRewriting)
      return fault ?? put(planning, path, clone(source), true)
    }
    case 'move':
      return move(planning, operation.from, path)
  }
}

function move(
  planning: Planning,
  from: readonly string[],
  path: readonly string[]
): Refusal | null {
  if (from.length === path.length && from.every((token, i) => token === path[i])) return null
  const renamed = rename(planning, from, path)
  if (renamed !== undefined) return renamed
  const source = take(planning, from, true)
  if (isRefusal(source)) return source
  const same =
    from.length === path.length && from.slice(0, -1).every((token, i) => token === path[i])
  if (same && 'node' in source && !('key' in source)) {
    const parent = container(planning, path)
    if (isRefusal(parent)) return parent
    if (parent.kind === 'list') {
      parent.items.splice(itemIndex(parent, path.at(-1) as string), 0, source)
      return null
    }
  }
  return refuseInside(source.value, refuseRewriting) ?? put(planning, path, source.value, true)
}

/** A move to a new key of the same mapping changes the key where it stands. @returns `undefined` if it is none. */
function rename(
  planning: Planning,
  from: readonly string[],
  path: readonly string[]
): Refusal | null | undefined {
  const isSibling =
    from.length === path.length && from.slice(0, -1).every((token, i) => token === path[i])
  if (!isSibling) return undefined
  const parent = container(planning, from)
  if (isRefusal(parent)) return parent
  const key = path.at(-1) as string
  if (parent.kind !== 'map' || parent.entries.some((entry) => entry.key === key)) return undefined
  const entry = findEntry(parent, from.at(-1) as string, planning.offset)
  if (isRefusal(entry)) return entry
  const fault = refuseKey(parent, key, planning.offset) ?? refuseRemovalOf(entry.value, planning)
  if (fault !== null) return fault
  if (entry.node !== null && (entry.node.keyNode.anchor !== null || entry.node.keyNode.tagged)) {
    return refuse('anchor', 'The key has an anchor or a tag.', entry.node.start)
  }
  parent.entries[parent.entries.indexOf(entry)] = { ...entry, key }
  return null
}

/** Takes a value out of its container. */
function take(
  planning: Planning,
  path: readonly string[],
  checked: boolean
): EntryPlan | ItemPlan | Refusal {
  const last = path.at(-1)
  if (last === undefined) {
    return refuse('not-a-mapping', 'The front matter as a whole must stay.', planning.offset)
  }
  const parent = container(planning, path)
  if (isRefusal(parent)) return parent
  if (parent.kind === 'list') {
    const index = itemIndex(parent, last)
    const fault = checked
      ? refuseRemovalOf((parent.items[index] as ItemPlan).value, planning)
      : null
    return fault ?? (parent.items.splice(index, 1)[0] as ItemPlan)
  }
  const entry = findEntry(parent, last, planning.offset)
  if (isRefusal(entry)) return entry
  const fault = mergeFault(parent) ?? refuseRemovalOf(entry.value, planning)
  if (fault !== null) return fault
  parent.entries.splice(parent.entries.indexOf(entry), 1)
  return entry
}

/** Puts a value at `path`: in place of what is there, or as a new key, or before an item. */
function put(
  planning: Planning,
  path: readonly string[],
  plan: Plan,
  inserts: boolean
): Refusal | null {
  const last = path.at(-1)
  if (last === undefined) {
    const root = settle(planning.root, plan, planning)
    if (isRefusal(root)) return root
    if (root.kind !== 'map') {
      return refuse(
        'not-a-mapping',
        'The front matter must stay fields and values.',
        planning.offset
      )
    }
    planning.root = root
    return null
  }
  const parent = container(planning, path)
  if (isRefusal(parent)) return parent
  if (parent.kind === 'list' && inserts) {
    parent.items.splice(itemIndex(parent, last), 0, { node: null, value: plan })
    return null
  }
  const slot =
    parent.kind === 'list'
      ? parent.items[itemIndex(parent, last)]
      : entryOrNew(parent, last, plan, planning)
  if (slot === undefined) return null
  if (isRefusal(slot)) return slot
  const settled = settle(slot.value, plan, planning)
  if (isRefusal(settled)) return settled
  slot.value = settled
  return null
}

/** @returns the entry of `key`, or `undefined` if `plan` became a new one. */
function entryOrNew(parent: MapPlan, key: string, plan: Plan, planning: Planning) {
  if (parent.entries.some((entry) => entry.key === key)) {
    return findEntry(parent, key, planning.offset)
  }
  const fault = refuseKey(parent, key, planning.offset)
  if (fault !== null) return fault
  parent.entries.push({ node: null, key, value: plan })
  return undefined
}

/** What becomes of `old` when `plan` takes its place. */
function settle(old: Plan, plan: Plan, planning: Planning): Plan | Refusal {
  if (plan.kind === 'new') return reconcile(old, plan.value, planning.used)
  const fault = refuseReplacementOf(old, planning)
  return fault ?? plan
}

/** Finds the collection that holds what `path` names, ready to be changed. */
function container(planning: Planning, path: readonly string[]): MapPlan | ListPlan | Refusal {
  let at: MapPlan | ListPlan = planning.root
  for (const token of path.slice(0, -1)) {
    const slot: EntryPlan | ItemPlan | Refusal =
      at.kind === 'list'
        ? (at.items[itemIndex(at, token)] as ItemPlan)
        : findEntry(at, token, planning.offset)
    if (isRefusal(slot)) return slot
    if (slot.value.kind === 'kept') {
      const fault = refuseChange(slot.value.node, planning.used)
      if (fault !== null) return fault
    }
    slot.value = expand(slot.value)
    at = slot.value as MapPlan | ListPlan
  }
  return at
}

function find(planning: Planning, path: readonly string[]): Plan | Refusal {
  const last = path.at(-1)
  if (last === undefined) return planning.root
  const parent = container(planning, path)
  if (isRefusal(parent)) return parent
  if (parent.kind === 'list') return (parent.items[itemIndex(parent, last)] as ItemPlan).value
  const entry = findEntry(parent, last, planning.offset)
  return isRefusal(entry) ? entry : entry.value
}

function findEntry(map: MapPlan, key: string, fallback: number): EntryPlan | Refusal {
  const found = map.entries.filter((entry) => entry.key === key)
  const [first, second] = found
  if (first === undefined) {
    return refuse(
      'merge-key',
      `\`${key}\` comes from a merge key or an alias; it has no line of its own here.`,
      map.node?.start ?? fallback
    )
  }
  return second === undefined
    ? first
    : refuse(
        'duplicate-key',
        `\`${key}\` stands twice here; take one away first.`,
        second.node?.start ?? fallback
      )
}

const itemIndex = (list: ListPlan, token: string): number =>
  token === '-' ? list.items.length : (parseIndex(token) as number)

function refuseKey(map: MapPlan, key: string, fallback: number): Refusal | null {
  const offset = map.node?.start ?? fallback
  if (key === '<<') return refuse('merge-key', '`<<` is no name for a field: it merges.', offset)
  if (key.length > 200) return refuse('key-too-long', 'A key has 200 characters at most.', offset)
  return mergeFault(map)
}

/** Keys come and go unforeseen where a merge adds others. */
function mergeFault(map: MapPlan): Refusal | null {
  const merge = map.entries.find((entry) => entry.key === '<<')
  return merge === undefined
    ? null
    : refuse('merge-key', 'This mapping merges another one.', merge.node?.start ?? 0)
}

const refuseRemovalOf = (plan: Plan, { used }: Planning): Refusal | null =>
  refuseInside(plan, (node) => refuseRemoval(node, used))

const refuseReplacementOf = (plan: Plan, { used }: Planning): Refusal | null =>
  (plan.kind === 'kept' ? refuseChange(plan.node, used) : null) ??
  refuseInside(plan, (node) => refuseRemoval(node, used))

/** Asks of every node that the plan keeps. */
function refuseInside(plan: Plan, ask: (node: Node) => Refusal | null): Refusal | null {
  if (plan.kind === 'kept') return ask(plan.node)
  if (plan.kind === 'new') return null
  for (const { value } of plan.kind === 'map' ? plan.entries : plan.items) {
    const fault = refuseInside(value, ask)
    if (fault !== null) return fault
  }
  return null
}

function clone(plan: Plan): Plan {
  if (plan.kind === 'map') {
    return {
      ...plan,
      node: null,
      entries: plan.entries.map((e) => ({ ...e, node: null, value: clone(e.value) }))
    }
  }
  if (plan.kind === 'list') {
    return {
      ...plan,
      node: null,
      items: plan.items.map((i) => ({ node: null, value: clone(i.value) }))
    }
  }
  return plan
}
