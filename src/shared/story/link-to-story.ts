import type { Json, JsonObject } from '../json'

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
    const value = Object.hasOwn(data, key) ? data[key] : undefined
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

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
