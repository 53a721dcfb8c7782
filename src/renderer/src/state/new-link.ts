import type { Json, JsonObject } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { Link, LinkKey } from '#shared/story/story'
import type { LinkPlace } from './link-ops'

/** What a link says of the story it leads to, in the order in which the robot writes it. */
const KEPT = [
  'title',
  'excerpt',
  'publishedDateTime',
  'webUrl',
  'ampWebUrl',
  'cdnAmpWebUrl',
  'type',
  'provider',
  'quality',
  'images'
] as const

/** A link to a story, from that story's front matter. What the story lacks, the link lacks too. */
export function linkToStory(data: JsonObject): JsonObject {
  const pairs = KEPT.flatMap((key): readonly [string, Json][] => {
    const value = at(data, key)
    if (value === undefined || value === null) return []
    return [[key, key === 'provider' ? shortProvider(value) : value]]
  })
  return Object.fromEntries(pairs)
}

/** Links name their provider and leave its pictures to the story. */
function shortProvider(provider: Json): Json {
  if (!isObject(provider)) return provider
  return Object.fromEntries(Object.entries(provider).filter(([key]) => key !== 'images'))
}

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

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a JSON value, if it has such a member. */
function at(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as { readonly [key: string]: Json })[key]
}
