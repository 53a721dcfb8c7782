import type { Json } from '../json'
import type { LinkKey } from './story'

/**
 * Names every link of one list by its `webUrl` and its occurrence (`1:https://…`, `2:https://…`): real lists hold
 * the same address twice. A link that is plain text is named by that text, one without an address by its JSON.
 */
export function linkKeys(related: readonly Json[]): readonly LinkKey[] {
  const seen = new Map<string, number>()
  return related.map((link) => {
    const address = addressOf(link)
    const occurrence = (seen.get(address) ?? 0) + 1
    seen.set(address, occurrence)
    return `${occurrence}:${address}` as LinkKey
  })
}

function addressOf(link: Json): string {
  if (typeof link === 'string') return link
  const isMap = typeof link === 'object' && link !== null && !Array.isArray(link)
  const webUrl = isMap && Object.hasOwn(link, 'webUrl') ? (link as { webUrl: Json }).webUrl : null
  return typeof webUrl === 'string' ? webUrl : JSON.stringify(link)
}
