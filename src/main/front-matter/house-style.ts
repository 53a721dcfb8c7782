import { startOfLine } from './lines'
import type { CollectionNode, ListNode, Node, ScalarNode, ScalarStyle } from './nodes'
import { resolvePlain } from './psych-scalar'
import { scalarValue } from './scalar-value'

/** How a front matter is spelled, so that what is new looks like what is there. */
export type HouseStyle = {
  /** How far the dash of a list stands behind the key that holds it. */
  readonly listIndent: number
  /** How far a key stands behind the key that holds its mapping. */
  readonly mapIndent: number
  /** From a dash to what follows it. */
  readonly dashWidth: number
  /** The quoting of the first text under a key, nearest first: in `list`, else anywhere. */
  styleOf(key: string, list: ListNode | null): ScalarStyle | null
}

/** Looks at a front matter as far as is needed. */
export function houseStyleOf(text: string, base: number, root: Node | null): HouseStyle {
  const lists = new Map<ListNode | null, ReadonlyMap<string, ScalarStyle>>()
  const collections = root === null ? [] : collectionsOf(root)
  return {
    ...indents(text, collections),
    styleOf(key, list) {
      const near = list === null ? null : (styles(list, collectionsOf(list)).get(key) ?? null)
      return near ?? styles(null, collections).get(key) ?? null
    }
  }

  function styles(list: ListNode | null, within: readonly CollectionNode[]) {
    const known = lists.get(list)
    if (known !== undefined) return known
    const found = new Map<string, ScalarStyle>()
    for (const node of within) {
      if (node.kind !== 'map') continue
      for (const { key, value } of node.entries) {
        if (key !== null && !found.has(key) && isText(text, base, value))
          found.set(key, value.style)
      }
    }
    lists.set(list, found)
    return found
  }
}

/** The quoting of the first text in a list. */
export function styleOfItems(text: string, base: number, list: ListNode): ScalarStyle | null {
  for (const { value } of list.items) if (isText(text, base, value)) return value.style
  return null
}

function isText(text: string, base: number, node: Node): node is ScalarNode {
  if (node.kind !== 'scalar' || node.tagged || node.style === 'empty') return false
  if (node.style !== 'plain') return true
  const source = base === 0 ? text : text.slice(base)
  return typeof resolvePlain(scalarValue(source, node.event)) === 'string'
}

function indents(text: string, collections: readonly CollectionNode[]) {
  const column = (at: number): number => at - startOfLine(text, at)
  let listIndent: number | null = null
  let mapIndent: number | null = null
  let dashWidth: number | null = null
  for (const node of collections) {
    if (node.flow) continue
    if (node.kind === 'list') {
      const [item] = node.items
      const gap = item === undefined ? 0 : item.value.start - item.start
      if (
        item !== undefined &&
        gap >= 2 &&
        /^- +$/.test(text.slice(item.start, item.value.start))
      ) {
        dashWidth ??= gap
      }
      continue
    }
    for (const { start, colon, value } of node.entries) {
      if (colon === -1 || (value.kind !== 'map' && value.kind !== 'list') || value.flow) continue
      if (!/[\n\r]/.test(text.slice(colon, value.contentStart))) continue
      const indent = column(value.contentStart) - column(start)
      if (value.kind === 'list') listIndent ??= indent
      else mapIndent ??= indent
    }
    if (listIndent !== null && mapIndent !== null && dashWidth !== null) break
  }
  return {
    listIndent: listIndent ?? 2,
    mapIndent: Math.max(1, mapIndent ?? 2),
    dashWidth: dashWidth ?? 2
  }
}

/** All collections of a subtree, outer before inner, in the order of the text. */
function collectionsOf(root: Node): readonly CollectionNode[] {
  const found: CollectionNode[] = []
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== 'map' && node.kind !== 'list') continue
    found.push(node)
    const parts = node.kind === 'map' ? node.entries : node.items
    for (let i = parts.length - 1; i >= 0; i -= 1) waiting.push((parts[i] as { value: Node }).value)
  }
  return found
}
