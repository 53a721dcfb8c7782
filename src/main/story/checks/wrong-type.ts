import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from '../../front-matter/value'
import { type Found, storyRule } from './rule'
import { shownValue } from './shown-value'

/** What a field must be; the words say it in a sentence. */
type Kind = { readonly words: string; readonly fits: (value: YamlValue) => boolean }

const TEXT: Kind = { words: 'text', fits: (value) => typeof value === 'string' }
const LIST: Kind = { words: 'a list', fits: isYamlList }
const FIELDS: Kind = { words: 'a group of fields', fits: isYamlMap }
const TEXT_OR_FIELDS: Kind = {
  words: 'text or a group of fields',
  fits: (value) => TEXT.fits(value) || FIELDS.fits(value)
}

const KINDS: readonly (readonly [field: string, kind: Kind])[] = [
  ['title', TEXT],
  ['excerpt', TEXT],
  ['type', TEXT],
  ['category', TEXT],
  ['webUrl', TEXT],
  ['originalUrl', TEXT],
  ['ampWebUrl', TEXT],
  ['cdnAmpWebUrl', TEXT],
  ['provider', FIELDS],
  ['topics', LIST],
  ['images', LIST],
  ['related', LIST]
]
const ITEMS: readonly (readonly [field: string, kind: Kind])[] = [
  ['topics', TEXT],
  ['images', TEXT_OR_FIELDS],
  ['related', TEXT_OR_FIELDS]
]

const KIND_OF = new Map(KINDS)
const ITEM_OF = new Map(ITEMS)
const anything = (): boolean => true

/** A field that is not what pages take it for. What has no value is a matter of another rule. */
export const wrongType = storyRule({
  severity: 'error',
  about: 'A field is of another type than pages expect.',
  *find({ parts }) {
    for (const { path, map, name } of parts) {
      if (isRight(map)) continue
      yield* ofFields(map, path, name)
      yield* ofItems(map, path, name)
      const provider = map.get('provider')
      const providerName = isYamlMap(provider) ? provider.get('name') : undefined
      if (providerName === undefined || providerName === null || TEXT.fits(providerName)) continue
      yield {
        message: wrong(name, 'provider name', providerName, TEXT),
        at: [...path, 'provider', 'name']
      }
    }
  }
})

/** Nearly all parts are right in everything, which is soon told. */
function isRight(map: YamlMap): boolean {
  for (const [field, value] of map) {
    if (value === null) continue
    if (KIND_OF.get(field)?.fits(value) === false) return false
    if (isYamlList(value) && !value.every(ITEM_OF.get(field)?.fits ?? anything)) return false
    if (field === 'provider' && isYamlMap(value) && !TEXT.fits(value.get('name') ?? ''))
      return false
  }
  return true
}

function* ofFields(map: YamlMap, path: readonly string[], name: string): Generator<Found> {
  for (const [field, kind] of KINDS) {
    const value = map.get(field)
    if (value === undefined || value === null || kind.fits(value)) continue
    yield { message: wrong(name, field, value, kind), at: [...path, field] }
  }
}

function* ofItems(map: YamlMap, path: readonly string[], name: string): Generator<Found> {
  for (const [field, kind] of ITEMS) {
    const list = map.get(field)
    if (!isYamlList(list)) continue
    for (const [at, item] of list.entries()) {
      if (kind.fits(item)) continue
      const what = `${field}, item ${at + 1}`
      yield { message: wrong(name, what, item, kind), at: [...path, field, String(at)] }
    }
  }
}

const wrong = (name: string, what: string, value: YamlValue, { words }: Kind): string =>
  `${name}: \`${what}\` is ${shownValue(value)}, not ${words}.`
