import type { RuleId, Severity } from './finding'
import type { StoryId } from './story-id'

/** What one rule found in one story: how often, and what it says of the first place. */
export type RuleFindings = {
  readonly rule: RuleId
  readonly severity: Severity
  /** At least 1. */
  readonly count: number
  /** How many of them can be mended without a doubt. */
  readonly fixable: number
  /** 1-based line of the first one. */
  readonly line: number
  readonly message: string
}

/** All that the checks found in one story, worst first; `found` is empty when there is nothing any more. */
export type StoryFindings = { readonly id: StoryId; readonly found: readonly RuleFindings[] }
