import { isYamlMap, type YamlMap } from '../../front-matter/value'
import { type Found, storyRule } from './rule'

/** What every link needs, whatever a library asks of its stories. */
const OF_LINKS = ['title', 'webUrl']

/**
 * A field without which a curated story or a link is not whole. Libraries hold pages of other kinds as well, which
 * nobody scores and which are in no category of news.
 */
export const missingField = storyRule({
  severity: 'warning',
  about: 'A field is missing that stories and links have.',
  *find({ parts }, { settings }) {
    for (const { path, map, name } of parts) {
      const isLink = path.length > 0
      if (!isLink && !isCurated(map)) continue
      const missing = (isLink ? OF_LINKS : settings.required).filter((field) =>
        isMissing(map, field)
      )
      const [first] = missing
      if (first !== undefined) {
        const also = missing.includes('published') ? ' Jekyll publishes it.' : ''
        yield { message: `${name} has no ${listed(missing)}.${also}`, at: [...path, first] }
      }
      yield* namelessProvider(map, path, name)
    }
  }
})

const listed = (fields: readonly string[]): string =>
  names.format(fields.map((field) => `\`${field}\``))
const names = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `published` is a field of any page to Jekyll, so it takes one that only news have. */
const isCurated = (map: YamlMap): boolean =>
  map.has('quality') ||
  map.get('category') === 'news' ||
  (map.has('published') && OF_NEWS.some((field) => map.has(field)))

const OF_NEWS = ['webUrl', 'provider', 'heat', 'publishedDateTime', 'related']

function isMissing(map: YamlMap, field: string): boolean {
  const value = map.get(field === 'webUrl' && !map.has(field) ? 'originalUrl' : field)
  // `published` without a value says something to Jekyll.
  return value === undefined || (value === null && field !== 'published')
}

function* namelessProvider(map: YamlMap, path: readonly string[], name: string): Generator<Found> {
  const provider = map.get('provider')
  if (!isYamlMap(provider) || !isMissing(provider, 'name')) return
  yield { message: `${name} has a \`provider\` without \`name\`.`, at: [...path, 'provider'] }
}
