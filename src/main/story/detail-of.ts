import type { Json, JsonObject } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { Link, LinkKey, StoryDetail } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'
import { type ReadResult, readFrontMatter } from '../front-matter/read'
import { isYamlList, isYamlMap, toJson, type YamlValue } from '../front-matter/value'
import { sourceAround } from './source-around'
import { dateOf, imageOf, nameOf, numberOf, storyOf, textOf } from './story-of'

/**
 * Reads one story whole. A file that is no story, or none that can be read, is shown by the lines around its fault.
 *
 * @param reading what `readFrontMatter` says of these bytes, for callers who know it already.
 */
export function detailOf(
  id: StoryId,
  version: Version,
  bytes: Uint8Array,
  reading: ReadResult = readFrontMatter(bytes)
): StoryDetail {
  if (reading.kind !== 'front-matter') {
    const { problem } = reading
    return {
      story: storyOf(id, version, { kind: 'problem', problem }),
      data: {},
      links: [],
      bodyLength: 0,
      excerptOfSource: sourceAround(bytes, problem.line)
    }
  }
  const { data, warnings, text, bodyStart } = reading.frontMatter
  const others = new Map(data)
  others.delete('related')
  return {
    story: storyOf(id, version, { kind: 'front-matter', data, counts: new Map(), warnings }),
    data: toJson(others) as JsonObject,
    links: linksOf(data.get('related')),
    bodyLength: text.length - bodyStart,
    excerptOfSource: null
  }
}

/** The links of a story as they stand in `related`; none if that is no list. */
export function linksOf(related: YamlValue | undefined): readonly Link[] {
  if (!isYamlList(related)) return []
  const keys = linkKeys(related.map(toJson))
  return related.map((link, position) => linkOf(keys[position] as LinkKey, link))
}

/** One link whole, as JSON; `null` if it is not there. */
export function linkIn(related: YamlValue | undefined, key: LinkKey): Json | null {
  if (!isYamlList(related)) return null
  const links = related.map(toJson)
  return links[linkKeys(links).indexOf(key)] ?? null
}

/** A link that is plain text, such as the name of another story, has that text as its title. */
function linkOf(key: LinkKey, link: YamlValue): Link {
  const field = (name: string) => (isYamlMap(link) ? link.get(name) : undefined)
  return {
    key,
    title: isYamlMap(link) ? textOf(field('title')) : textOf(link),
    excerpt: textOf(field('excerpt')),
    provider: nameOf(field('provider')),
    publishedDateTime: dateOf(field('publishedDateTime')),
    webUrl: textOf(field('webUrl')),
    quality: numberOf(field('quality')),
    type: textOf(field('type')),
    image: imageOf(field('images'))
  }
}
