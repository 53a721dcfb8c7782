import type { Json } from '#shared/json'
import type { LinkKey } from '#shared/story/story'
import { toJson, type YamlValue } from '../front-matter/value'
import { capital, fieldWords, quoted, valueWords } from '../story/field-words'
import { isList, isObject } from '../story/same-json'

/** One thing that both sides of a merge changed, each in another way. Ours was kept. */
export type MergeConflict = {
  /** As in a `StoryChange`, e.g. `provider/name`; empty for the story's text, its comments, or the file as a whole. */
  readonly field: string
  /** The link that `field` is about; missing for fields of the story itself. */
  readonly link?: LinkKey
  /** What clashed, in one line. */
  readonly words: string
  /** The three values, missing where the field is, and where there are none. */
  readonly base?: Json
  readonly ours?: Json
  readonly theirs?: Json
}

/** The link that a field belongs to. */
export type LinkName = { readonly key: LinkKey; readonly title: string }

type Value = YamlValue | undefined

/** @param field empty if the whole link clashes. */
export function valueConflict(
  field: string,
  link: LinkName | null,
  base: Value,
  ours: Value,
  theirs: Value
): MergeConflict {
  const [was, our, their] = [base, ours, theirs].map((v) => (v === undefined ? v : toJson(v)))
  const name = [link === null ? '' : `link ${quoted(link.title)}`, fieldWords(field)]
  const words = name.filter((part) => part !== '').join(' ')
  return {
    field,
    ...(link !== null && { link: link.key }),
    words: `${capital(words)}: ${clashWords(field, was, our, their)}`,
    ...(was !== undefined && { base: was }),
    ...(our !== undefined && { ours: our }),
    ...(their !== undefined && { theirs: their })
  }
}

function clashWords(
  field: string,
  was: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined
): string {
  const values = [was, ours, theirs]
  const isLong = field === 'secured' || values.some((value) => isList(value) || isObject(value))
  if (!isLong) {
    const [our, their] = [valueWords(ours), valueWords(theirs)]
    // Cut to one line, two long texts may look the same.
    if (our !== their) return `${our} in ours, ${their} in theirs, was ${valueWords(was)}`
  }
  const happened = (value: Json | undefined) =>
    value === undefined ? 'removed' : was === undefined ? 'added' : 'changed'
  return happened(ours) === happened(theirs)
    ? `${happened(ours)} differently in ours and theirs`
    : `${happened(ours)} in ours, ${happened(theirs)} in theirs`
}

/** A clash outside of the values of fields. */
export const wholeConflict = (words: string): MergeConflict => ({ field: '', words })

/** Two sides put a link, or a topic, at two places. */
export const orderConflict = (field: string, { key, title }: LinkName): MergeConflict => ({
  field,
  ...(field === 'related' && { link: key }),
  words: `${capital(fieldWords(field))}: ${quoted(title)} was moved to one place in ours, to another in theirs`
})
