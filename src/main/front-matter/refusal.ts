import type { Node } from './nodes'

/** Why an edit is not made, at an offset of the text. */
export type Refusal = {
  readonly refused: true
  readonly code: string
  readonly message: string
  readonly offset: number
}

export const refuse = (code: string, message: string, offset: number): Refusal => ({
  refused: true,
  code,
  message,
  offset
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value

/** @returns why what stands at `node` cannot be changed or replaced, or `null`. */
export function refuseChange(node: Node, used: ReadonlySet<string>): Refusal | null {
  if (node.kind === 'alias') {
    return refuse('alias', 'The value stands elsewhere: this is an alias of it.', node.start)
  }
  if (node.tagged)
    return refuse('tag', 'The value has a tag, which an edit could break.', node.start)
  return node.anchor !== null && used.has(node.anchor) ? inUse(node) : null
}

/** @returns why what stands at `node` cannot go away or elsewhere, or `null`: aliases refer to it. */
export function refuseRemoval(node: Node, used: ReadonlySet<string>): Refusal | null {
  const found =
    used.size === 0 ? null : findNode(node, (n) => n.anchor !== null && used.has(n.anchor))
  return found === null ? null : inUse(found)
}

/** @returns why what stands at `node` cannot stand twice, or `null`: an anchor names one value. */
export function refuseCopy(node: Node): Refusal | null {
  const found = findNode(node, (n) => n.anchor !== null)
  return found === null
    ? null
    : refuse(
        'anchor',
        `The value has an anchor \`&${found.anchor}\`, which cannot stand twice.`,
        found.start
      )
}

/** @returns why what stands at `node` cannot be written anew elsewhere, or `null`: only one of two equal keys has a value. */
export function refuseRewriting(node: Node): Refusal | null {
  const found = findNode(node, (n) => {
    if (n.kind !== 'map') return false
    return new Set(n.entries.map(({ key }) => key)).size < n.entries.length
  })
  return found === null
    ? null
    : refuse('duplicate-key', 'A key stands twice here; take one away first.', found.start)
}

const inUse = (node: Node): Refusal =>
  refuse(
    'anchor-in-use',
    `An alias refers to \`&${node.anchor}\`; it would change too.`,
    node.start
  )

/** Finds a node in the subtree of `node`, keys included, without calling itself. */
function findNode(node: Node, matches: (node: Node) => boolean): Node | null {
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (matches(next)) return next
    if (next.kind === 'map')
      for (const { keyNode, value } of next.entries) waiting.push(keyNode, value)
    if (next.kind === 'list') for (const { value } of next.items) waiting.push(value)
  }
  return null
}

/** The anchors that aliases in the subtree of `root` refer to. */
export function usedAnchors(text: string, root: Node | null): ReadonlySet<string> {
  const names = new Set<string>()
  if (root === null || !text.includes('*')) return names
  findNode(root, (node) => {
    if (node.kind === 'alias') names.add(text.slice(node.start + 1, node.end))
    return false
  })
  return names
}
