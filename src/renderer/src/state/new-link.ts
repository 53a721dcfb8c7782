import type { Json, JsonObject } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { Link, LinkKey } from '#shared/story/story'
import type { LinkPlace } from './link-ops'

/**
 * Where the order by quality puts a new link: behind the last one that scores as much or more. Without a score, or
 * behind links without one, it comes last.
 */
export function placeByQuality(
  links: readonly Pick<Link, 'key' | 'quality'>[],
  quality: number | null
): LinkPlace {
  const last = links.findLastIndex((link) => quality === null || (link.quality ?? -1) >= quality)
  return { after: links[last]?.key ?? null, before: links[last + 1]?.key ?? null }
}

/** A link as the list shows it until the library has read it from the file. */
export function shownLink(data: JsonObject): Link {
  const [key] = linkKeys([data])
  const quality = at(data, 'quality')
  return {
    key: key ?? ('' as LinkKey),
    title: text(at(data, 'title')),
    excerpt: text(at(data, 'excerpt')),
    provider: text(at(at(data, 'provider'), 'name')),
    publishedDateTime: text(at(data, 'publishedDateTime')),
    webUrl: text(at(data, 'webUrl')),
    quality: typeof quality === 'number' ? quality : null,
    type: text(at(data, 'type')),
    image: text(at(at(at(data, 'images'), 0), 'url'))
  }
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** A member of a JSON value, if it has such a member. */
function at(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as { readonly [key: string]: Json })[key]
}
