import { FIELDS, isField, type Operator } from './query-syntax'

/** Where a token stands, in UTF-16 code units; `end` is behind its last one. */
type Span = { readonly start: number; readonly end: number }

/** A word, phrase or value as it was typed. */
export type TypedText = {
  readonly text: string
  readonly quoted: boolean
  /** `false` if the closing quote is missing. */
  readonly closed: boolean
}

/** One piece of a query. Any text at all has tokens; whether they make sense is for the parser. */
export type Token =
  | (Span & { readonly kind: 'open' | 'close' | 'not' | 'or' })
  | (Span & { readonly kind: 'text' } & TypedText)
  | (Span & {
      readonly kind: 'field'
      /** In lower case; not necessarily a field that there is. */
      readonly name: string
      readonly operator: Operator
      readonly valueStart: number
    } & TypedText)

/** Splits a query into its tokens, in their order. */
export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = []
  let at = skipBlanks(query, 0)
  while (at < query.length) {
    const token = tokenAt(query, at)
    tokens.push(token)
    at = skipBlanks(query, token.end)
  }
  return tokens
}

function tokenAt(query: string, start: number): Token {
  const next = { start, end: start + 1 }
  if (query[start] === '(') return { kind: 'open', ...next }
  if (query[start] === ')') return { kind: 'close', ...next }
  if (query[start] === '-') return { kind: 'not', ...next }
  return fieldAt(query, start) ?? wordAt(query, start)
}

function wordAt(query: string, start: number): Token {
  const { end, ...typed } = typedAt(query, start)
  if (!typed.quoted && typed.text.toLowerCase() === 'or') return { kind: 'or', start, end }
  return { kind: 'text', start, end, ...typed }
}

function fieldAt(query: string, start: number): Token | null {
  const head = matchAt(FIELD_HEAD, query, start)
  if (head === null || matchAt(WEB_ADDRESS, query, start) !== null) return null
  const [whole, typedName = '', before = '', operator = '', after = ''] = head
  const name = typedName.toLowerCase()
  // Blanks beside an operator only where numbers are meant, so that other text stays text.
  const isMeasure = isField(name) && (FIELDS[name] === 'number' || FIELDS[name] === 'date')
  if (before !== '' && !isMeasure) return null
  const valueStart = start + whole.length - (isMeasure ? 0 : after.length)
  const value = typedAt(query, valueStart)
  return { kind: 'field', start, name, operator: operatorOf(operator), valueStart, ...value }
}

const FIELD_HEAD = /([A-Za-z]+)(\s*)(:(?:>=|<=|>|<|=)?|>=|<=|>|<|=)(\s*)/y
const WEB_ADDRESS = /https?:\/\//iy

const operatorOf = (typed: string): Operator => (typed.replace(':', '') || '=') as Operator

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}

/** Reads a quoted text, or else everything up to a blank, a quote or a parenthesis. */
function typedAt(query: string, start: number): TypedText & { readonly end: number } {
  if (!isQuote(query[start])) {
    let end = start
    while (end < query.length && !/[\s()"“”„]/.test(query[end] ?? '')) end += 1
    return { text: query.slice(start, end), quoted: false, closed: true, end }
  }
  let text = ''
  let at = start + 1
  while (at < query.length && !isQuote(query[at])) {
    if (query[at] === '\\' && at + 1 < query.length) at += 1
    text += query[at]
    at += 1
  }
  return { text, quoted: true, closed: at < query.length, end: Math.min(at + 1, query.length) }
}

const isQuote = (character: string | undefined): boolean =>
  character !== undefined && '"“”„'.includes(character)

/** A dash that stands alone, as in a pasted headline or before its word is typed, says nothing. */
const BLANKS = /(?:\s|-(?=[\s)]|$))*/y

const skipBlanks = (text: string, at: number): number =>
  at + (matchAt(BLANKS, text, at)?.[0].length ?? 0)
