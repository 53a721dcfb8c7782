import type { Facets } from './query-facets'
import { fold } from './query-fold'
import {
  FIELDS,
  FINDINGS,
  type FieldName,
  HAVING,
  isField,
  queryTerm,
  quoted,
  STATES
} from './query-syntax'
import { type Token, tokensOf } from './query-tokens'

/** Something that may stand at the cursor: replace the text from `start` up to `end` with `insert`. */
export type Suggestion = {
  readonly label: string
  readonly insert: string
  readonly start: number
  readonly end: number
  /** How many stories have this value; `null` for a field or a fixed word. */
  readonly count: number | null
}

/**
 * What an editor may be about to type: fields, and values that the library holds, most frequent first.
 *
 * @param cursor offset in `text`, in UTF-16 code units; what stands right before it is taken as begun.
 */
export function completions(text: string, cursor: number, facets: Facets): readonly Suggestion[] {
  const token = tokensOf(text).find(
    ({ kind, start, end }) =>
      (kind === 'text' || kind === 'field' || kind === 'or') && start < cursor && cursor <= end
  )
  if (token?.kind === 'field' && cursor >= token.valueStart) {
    return valueSuggestions(text, cursor, token, facets)
  }
  if (token?.kind === 'text' && token.quoted) return []
  const start = token?.start ?? cursor
  const begun = fold(text.slice(start, cursor))
  const place = { start, end: token?.end ?? cursor }
  return [...fieldSuggestions(begun, place), ...termSuggestions(begun, place, facets)].slice(
    0,
    MOST
  )
}

const MOST = 20

type Place = { readonly start: number; readonly end: number }

function fieldSuggestions(begun: string, place: Place): readonly Suggestion[] {
  return Object.keys(FIELDS)
    .filter(isField)
    .filter((name) => name.startsWith(begun))
    .map((name) => {
      const insert = FIELDS[name] === 'number' ? `${name}>=` : `${name}:`
      return { label: insert, insert, ...place, count: null }
    })
}

/** A begun word may be the value of a field: `reu` suggests `provider:Reuters`. */
function termSuggestions(begun: string, place: Place, facets: Facets): readonly Suggestion[] {
  if (begun === '') return []
  return (['topic', 'provider', 'type', 'category'] as const)
    .flatMap((field) =>
      facets[field].map(({ value, count }) => ({ term: queryTerm(field, value), value, count }))
    )
    .filter(({ value }) => isBegun(value, begun))
    .sort((a, b) => b.count - a.count)
    .map(({ term, count }) => ({ label: term, insert: term, ...place, count }))
}

function valueSuggestions(
  text: string,
  cursor: number,
  token: Extract<Token, { kind: 'field' }>,
  facets: Facets
): readonly Suggestion[] {
  if (!isField(token.name)) return []
  const begun = fold(text.slice(token.valueStart, cursor).replace(/^["“”„]/, ''))
  return valuesOf(token.name, facets)
    .filter(({ value }) => isBegun(value, begun))
    .slice(0, MOST)
    .map(({ value, count }) => ({
      label: value,
      insert: quoted(value),
      start: token.valueStart,
      end: token.end,
      count
    }))
}

type Known = { readonly value: string; readonly count: number | null }

function valuesOf(field: FieldName, facets: Facets): readonly Known[] {
  switch (field) {
    case 'topic':
    case 'provider':
    case 'type':
    case 'category':
    case 'published':
      return facets[field]
    case 'date':
      return facets.month
    case 'has':
      return HAVING.map(withoutCount)
    case 'is':
      return STATES.map(withoutCount)
    case 'finding':
      return FINDINGS.map(withoutCount)
    default:
      return []
  }
}

const withoutCount = (value: string): Known => ({ value, count: null })

/** Whether one of the words of a value starts like this. */
function isBegun(value: string, begun: string): boolean {
  const folded = fold(value)
  return folded.startsWith(begun) || folded.includes(` ${begun}`)
}
