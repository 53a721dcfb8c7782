import { RULE_IDS, type RuleId, SEVERITIES, type Severity } from '../story/finding'

/** What an editor asks for: plain data, made by `parseQuery`. `all` of nothing is every story. */
export type Query =
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly query: Query }
  /** Holds this text; `anywhere` is title, excerpt, provider and topics. Folded. */
  | { readonly kind: 'text'; readonly field: TextField | 'anywhere'; readonly text: string }
  /** Is this value as a whole; `*` of an unquoted value, any text in its place, separates the parts. Folded. */
  | { readonly kind: 'value'; readonly field: ValueField; readonly parts: readonly string[] }
  /** A date is compared in milliseconds since 1970 UTC. A missing value compares with nothing. */
  | {
      readonly kind: 'compare'
      readonly field: NumberField | 'date'
      readonly operator: Operator
      readonly value: number
    }
  | { readonly kind: 'published'; readonly value: boolean }
  | { readonly kind: 'has'; readonly what: Having }
  | { readonly kind: 'is'; readonly state: State }
  /** Whether a rule, or any rule of this severity, finds something in the story. */
  | { readonly kind: 'finding'; readonly what: RuleId | Severity }

/** Why a query cannot be understood, and which part of it: offsets count UTF-16 code units. */
export type QueryError = {
  readonly position: number
  readonly length: number
  readonly message: string
}

export type Operator = '=' | '<' | '<=' | '>' | '>='
export type TextField = 'title' | 'excerpt' | 'path' | 'url'
export type ValueField = 'provider' | 'topic' | 'type' | 'category'
export type NumberField = 'quality' | 'heat' | 'related'
export type FieldName =
  | TextField
  | ValueField
  | NumberField
  | 'date'
  | 'published'
  | 'has'
  | 'is'
  | 'finding'

/** What each field of the query language takes. */
export const FIELDS: { readonly [name in FieldName]: FieldKind } = {
  title: 'text',
  excerpt: 'text',
  path: 'text',
  url: 'text',
  provider: 'value',
  topic: 'value',
  type: 'value',
  category: 'value',
  quality: 'number',
  heat: 'number',
  related: 'number',
  date: 'date',
  published: 'published',
  has: 'has',
  is: 'is',
  finding: 'finding'
}
type FieldKind = 'text' | 'value' | 'number' | 'date' | 'published' | 'has' | 'is' | 'finding'

export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name)

/** What `has:` asks about: a value of the right type that is not empty. */
export const HAVING = [
  'image',
  'excerpt',
  'topic',
  'related',
  'date',
  'title',
  'provider',
  'quality',
  'heat',
  'published',
  'type',
  'category',
  'url'
] as const
export type Having = (typeof HAVING)[number]

/**
 * What `is:` asks about. `published` and `unpublished` are what the file says; `onsite` is what Jekyll does,
 * which for a broken story or a missing `published` is something else.
 */
export const STATES = [
  'published',
  'unpublished',
  'onsite',
  'problem',
  'finding',
  'duplicate'
] as const
export type State = (typeof STATES)[number]

/** What `finding:` asks about: a severity, or a rule of the checks. */
export const FINDINGS = [...SEVERITIES, ...RULE_IDS] as const

/** Writes one condition as an editor would type it, e.g. `topic:AI`, `provider:"USA Today"`. */
export const queryTerm = (field: FieldName, value: string): string => `${field}:${quoted(value)}`

/** The value in quotes if it would be read as something else without. */
export const quoted = (value: string): string =>
  /^[^\s()"“”„*\\]+$/.test(value) && !value.includes('..') && !/^[<>=]/.test(value)
    ? value
    : `"${value.replace(/["“”„\\]/g, '\\$&')}"`
