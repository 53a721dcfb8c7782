/** How bad a finding is: `error` for what the site shows wrong or fails on, `note` for what may well be meant. */
export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Every rule of the checks, what the site does first. */
export const RULE_IDS = [
  'build-fails',
  'broken-story',
  'hidden-front-matter',
  'published-by-mistake',
  'published-odd',
  'not-editable',
  'duplicate-key',
  'second-document',
  'readers-differ',
  'missing-field',
  'empty-text',
  'wrong-type',
  'not-a-number',
  'out-of-range',
  'not-a-date',
  'future-date',
  'not-a-web-address',
  'odd-address',
  'missing-picture',
  'unknown-topic',
  'html-in-text',
  'repeated-link',
  'self-link',
  'links-not-by-quality'
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Something that a rule says about a story. Plain data. */
export type Finding = {
  readonly rule: RuleId
  readonly severity: Severity
  /** What is wrong and what comes of it, in a sentence or two for an editor. */
  readonly message: string
  /** 1-based line and column of the file. */
  readonly line: number
  readonly column: number
  /** Keys and list positions joined by `/`, as in a `StoryChange`; `null` if it is about the file as a whole. */
  readonly field: string | null
  /** Whether there is a change that mends it and alters nothing else. */
  readonly fixable: boolean
}
