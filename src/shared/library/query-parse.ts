import { fail, ok, type Result } from '../result'
import { conditionOf } from './query-condition'
import type { Query, QueryError } from './query-syntax'
import { type Token, tokensOf } from './query-tokens'

/**
 * Reads a query as it is typed into the search box: words that must all occur, `"a phrase"`, `field:value`,
 * comparisons, `-` for not, `or` between alternatives, and parentheses. An empty query is every story.
 *
 * @returns an error with its place in `text` if any part is not understood: a query is never guessed at.
 */
export function parseQuery(text: string): Result<Query, QueryError> {
  const tokens = tokensOf(text)
  const alternatives = readAlternatives({ tokens, at: 0, depth: 0 })
  if (!alternatives.ok) return alternatives
  const { query, at } = alternatives.value
  const extra = tokens[at]
  return extra === undefined ? ok(query) : failAt(extra, 'This parenthesis was never opened.')
}

/** How deep parentheses may nest; nobody types more, and the reader below calls itself. */
const DEEPEST = 50

type Place = { readonly tokens: readonly Token[]; readonly at: number; readonly depth: number }
type Reading = Result<{ readonly query: Query; readonly at: number }, QueryError>

function readAlternatives(place: Place): Reading {
  const options: Query[] = []
  let at = place.at
  for (;;) {
    const terms = readTerms({ ...place, at })
    if (!terms.ok) return terms
    at = terms.value.at
    const stop = place.tokens[at]
    const isLonely = options.length > 0 || stop?.kind === 'or'
    if (isLonely && isNothing(terms.value.query)) return failAt(orBefore(place.tokens, at), LONELY)
    options.push(terms.value.query)
    if (stop?.kind !== 'or') return ok({ query: oneOf('any', options), at })
    at += 1
  }
}

const LONELY = 'Something must stand on both sides of “or”. To search for the word itself: "or".'

const isNothing = (query: Query): boolean => query.kind === 'all' && query.of.length === 0

const orBefore = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens[at]?.kind === 'or' ? tokens[at] : tokens[at - 1]

function readTerms(place: Place): Reading {
  const terms: Query[] = []
  let at = place.at
  for (;;) {
    const token = place.tokens[at]
    if (token === undefined || token.kind === 'or' || token.kind === 'close') {
      return ok({ query: oneOf('all', terms), at })
    }
    const term = readTerm({ ...place, at })
    if (!term.ok) return term
    terms.push(term.value.query)
    at = term.value.at
  }
}

function readTerm(place: Place): Reading {
  let at = place.at
  let isNegated = false
  for (; place.tokens[at]?.kind === 'not'; at += 1) isNegated = !isNegated
  const token = place.tokens[at]
  const bare = readBare({ ...place, at }, token)
  if (!bare.ok || !isNegated) return bare
  return ok({ query: { kind: 'not', query: bare.value.query }, at: bare.value.at })
}

function readBare(place: Place, token: Token | undefined): Reading {
  if (token?.kind === 'open') return readGroup(place, token)
  if (token?.kind !== 'text' && token?.kind !== 'field') {
    return failAt(token ?? place.tokens[place.at - 1], 'Something must follow the minus sign.')
  }
  if (!token.closed) return failAt(token, 'The closing quote is missing.')
  const condition = conditionOf(token)
  return condition.ok ? ok({ query: condition.value, at: place.at + 1 }) : condition
}

function readGroup({ tokens, at, depth }: Place, open: Token): Reading {
  if (depth === DEEPEST) return failAt(open, `Parentheses can be ${DEEPEST} deep at most.`)
  const inside = readAlternatives({ tokens, at: at + 1, depth: depth + 1 })
  if (!inside.ok) return inside
  if (tokens[inside.value.at] === undefined) {
    return failAt(open, 'The closing parenthesis is missing.')
  }
  if (isNothing(inside.value.query)) return failAt(open, 'There is nothing in these parentheses.')
  return ok({ query: inside.value.query, at: inside.value.at + 1 })
}

/** A list of one is that one. */
function oneOf(kind: 'all' | 'any', queries: readonly Query[]): Query {
  const [only] = queries
  return queries.length === 1 && only !== undefined ? only : { kind, of: queries }
}

function failAt(token: Token | undefined, message: string): Result<never, QueryError> {
  const { start = 0, end = 0 } = token ?? {}
  return fail({ position: start, length: end - start, message })
}
