import { isYamlMap, type YamlMap } from '../../front-matter/value'
import { type Found, storyRule } from './rule'

/** Fields that curated stories have. */
const OF_STORIES = [
  'title',
  'excerpt',
  'publishedDateTime',
  'webUrl',
  'provider',
  'topics',
  'quality',
  'heat',
  'published'
]
const OF_LINKS = ['title', 'webUrl']

/** A field without which a story or link is not whole. Files that hold fewer than half of them are pages of another kind. */
export const missingField = storyRule({
  severity: 'warning',
  about: 'A field is missing that stories and links have.',
  *find({ parts }) {
    for (const { path, map, name } of parts) {
      const isLink = path.length > 0
      const expected = isLink ? OF_LINKS : OF_STORIES
      const missing = expected.filter((field) => isMissing(map, field))
      if (!isLink && missing.length * 2 > expected.length) continue
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

function isMissing(map: YamlMap, field: string): boolean {
  const value = map.get(field)
  // `published` without a value says something to Jekyll.
  return value === undefined || (value === null && field !== 'published')
}

function* namelessProvider(map: YamlMap, path: readonly string[], name: string): Generator<Found> {
  const provider = map.get('provider')
  if (!isYamlMap(provider) || !isMissing(provider, 'name')) return
  yield { message: `${name} has a \`provider\` without \`name\`.`, at: [...path, 'provider'] }
}
