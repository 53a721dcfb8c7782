import { completions, type Suggestion } from '#shared/library/query-completion'
import type { Facets } from '#shared/library/query-facets'
import { tokensOf } from '#shared/library/query-tokens'

/** A field's name shows itself only once so much of it is typed: short words are searched for far more often. */
const LETTERS = 3

/**
 * What is worth showing while an editor types: values of the field that is being typed, and fields that a word may
 * become. A plain word shows nothing over the list that it narrows.
 *
 * @param isAsked the editor asked for suggestions: then all there are.
 */
export function searchChoices(
  text: string,
  cursor: number,
  facets: Facets,
  isAsked: boolean
): readonly Suggestion[] {
  const all = completions(text, cursor, facets)
  if (isAsked) return all
  const token = tokensOf(text).find(({ start, end }) => start < cursor && cursor <= end)
  if (token?.kind === 'field') {
    const isWhole = all.some(({ insert, start, end }) => text.slice(start, end) === insert)
    return isWhole && all.length === 1 ? [] : all
  }
  if (token?.kind !== 'text' || cursor - token.start < LETTERS) return []
  return all.filter(({ insert, count }) => count === null && insert !== token.text)
}

/** The text with a suggestion in its place, and where the cursor then stands. */
export function withChoice(
  text: string,
  { insert, start, end }: Suggestion
): { readonly text: string; readonly cursor: number } {
  const isUnfinished = /[:=<>]$/.test(insert)
  const space = isUnfinished || /^\s/.test(text.slice(end)) ? '' : ' '
  const next = `${text.slice(0, start)}${insert}${space}`
  return { text: `${next}${text.slice(end)}`, cursor: next.length }
}
