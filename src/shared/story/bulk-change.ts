import * as z from 'zod'
import type { Json } from '../json'
import { assertNever } from '../result'
import { RULE_IDS } from './finding'
import { RULE_WORDS } from './rule-words'
import type { LinkKey, StoryDetail } from './story'
import type { StoryChange } from './story-change'

const Topics = z.array(z.string().min(1).max(1000)).min(1).max(100)

/**
 * Mends what one rule of the checks finds, as far as that is safe. `field` names the finding that is meant, as in
 * `Finding`; `null`: all of them.
 */
const Fix = z.object({
  kind: z.literal('fix'),
  rule: z.enum(RULE_IDS),
  field: z.string().min(1).max(1000).nullable()
})
export type FixChange = z.infer<typeof Fix>

/** One thing an editor can do to many stories at once. Each story gets the changes that it needs. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('publish'), published: z.boolean() }),
  z.object({ kind: z.literal('score'), field: z.enum(['quality', 'heat']), value: z.int() }),
  /** Stories without a score are left alone. */
  z.object({
    kind: z.literal('add-to-score'),
    field: z.enum(['quality', 'heat']),
    amount: z.int()
  }),
  z.object({ kind: z.literal('add-topics'), topics: Topics }),
  z.object({ kind: z.literal('remove-topics'), topics: Topics }),
  /** Of links with the same address the first one stays. */
  z.object({ kind: z.literal('dedupe-links') }),
  /** Best first; links of equal quality keep their order, those without quality come last. */
  z.object({ kind: z.literal('sort-links') }),
  Fix
])
export type BulkChange = z.infer<typeof BulkChange>

/** In the editor's words, for Undo and Redo. */
export function bulkLabel(bulk: BulkChange, stories: number): string {
  const many = stories === 1 ? '1 story' : `${stories} stories`
  switch (bulk.kind) {
    case 'publish':
      return `${bulk.published ? 'Publish' : 'Unpublish'} ${many}`
    case 'score':
      return `Set ${bulk.field} of ${many} to ${bulk.value}`
    case 'add-to-score':
      return `Add ${bulk.amount} to ${bulk.field} of ${many}`
    case 'add-topics':
      return `Add ${bulk.topics.join(', ')} to ${many}`
    case 'remove-topics':
      return `Remove ${bulk.topics.join(', ')} from ${many}`
    case 'dedupe-links':
      return `Remove repeated links from ${many}`
    case 'sort-links':
      return `Sort links of ${many} by quality`
    case 'fix':
      return `Fix “${RULE_WORDS[bulk.rule]}” in ${many}`
    default:
      return assertNever(bulk)
  }
}

/** @returns the changes that make `bulk` of one story, to be made one after the other; none if it is so already. */
export function changesFor(
  bulk: Exclude<BulkChange, FixChange>,
  detail: StoryDetail
): readonly StoryChange[] {
  const { topics } = detail.story
  switch (bulk.kind) {
    case 'publish':
      return set(detail, 'published', bulk.published)
    case 'score':
      return set(detail, bulk.field, bulk.value)
    case 'add-to-score': {
      const was = detail.story[bulk.field]
      return was === null ? [] : set(detail, bulk.field, was + bulk.amount)
    }
    case 'add-topics':
      return [...new Set(bulk.topics)]
        .filter((topic) => !topics.includes(topic))
        .map((topic) => ({ kind: 'add-topic', topic, before: null }))
    case 'remove-topics':
      return topics
        .filter((topic) => bulk.topics.includes(topic))
        .map((topic) => ({ kind: 'remove-topic', topic }))
    case 'dedupe-links':
      return repeated(detail).map((link) => ({ kind: 'remove-link', link }))
    case 'sort-links':
      return sortedLinks(detail.links)
    default:
      return assertNever(bulk)
  }
}

function set({ data }: StoryDetail, field: string, value: Json): readonly StoryChange[] {
  const was = Object.hasOwn(data, field) ? data[field] : undefined
  if (was === value) return []
  return [{ kind: 'set', field, value, ...(was === undefined ? {} : { was }) }]
}

/** Last first, so that the keys of those that are still to go stay as they are. */
function repeated({ links }: StoryDetail): readonly LinkKey[] {
  const seen = new Set<string | null>()
  return links
    .filter(({ webUrl }) => webUrl !== null && (seen.has(webUrl) || !seen.add(webUrl)))
    .map(({ key }) => key)
    .reverse()
}

/** @returns the moves that put links in the order of their quality, to be made one after the other. */
export function sortedLinks(links: StoryDetail['links']): readonly StoryChange[] {
  const target = links.toSorted((a, b) => (b.quality ?? -Infinity) - (a.quality ?? -Infinity))
  const changes: StoryChange[] = []
  let now = [...links]
  for (const [at, link] of target.entries()) {
    const from = now.indexOf(link)
    if (from === at) continue
    const keys = keysOf(now)
    changes.push({ kind: 'move-link', link: keys[from] as LinkKey, before: keys[at] as LinkKey })
    now = now.toSpliced(from, 1).toSpliced(at, 0, link)
  }
  return changes
}

/** Links with the same address are told apart by their order, so a move may give them other keys. */
function keysOf(links: StoryDetail['links']): readonly LinkKey[] {
  const seen = new Map<string, number>()
  return links.map(({ key }) => {
    const address = key.slice(key.indexOf(':') + 1)
    const occurrence = (seen.get(address) ?? 0) + 1
    seen.set(address, occurrence)
    return `${occurrence}:${address}` as LinkKey
  })
}
