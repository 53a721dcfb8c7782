import type { CheckGrades } from '#shared/story/check-grades'
import { type Finding, RULE_IDS, type RuleId, type Severity } from '#shared/story/finding'
import type { StoryChange } from '#shared/story/story-change'
import type { CheckedFile } from './checked-file'
import type { CheckFacts, Found } from './rule'
import { RULES } from './rules'

/** The rules to look for, each with how bad what it finds is. */
export type Graded = readonly (readonly [rule: RuleId, severity: Severity])[]

/** A finding, and what mends it. */
export type MendableFinding = {
  readonly finding: Finding
  /** Changes to the story as it was read; `null` if none is safe. */
  fix(): readonly StoryChange[] | null
}

/**
 * Which rules hold in a library.
 *
 * @param only names the rules that are wanted, also those that are off; `null`: all that are not off.
 */
export function gradedRules(grades: CheckGrades, only: readonly RuleId[] | null = null): Graded {
  const graded: (readonly [RuleId, Severity])[] = []
  for (const rule of RULE_IDS) {
    const grade = grades[rule] ?? RULES[rule].severity
    if (only === null ? grade === 'off' : !only.includes(rule)) continue
    graded.push([rule, grade === 'off' ? RULES[rule].severity : grade])
  }
  return graded
}

/** Looks for everything in one file, rule by rule. */
export function checkFile(
  file: CheckedFile,
  facts: CheckFacts,
  rules: Graded
): readonly MendableFinding[] {
  const all: MendableFinding[] = []
  for (const [rule, severity] of rules) {
    for (const found of RULES[rule].find(file, facts)) {
      const { message, fix } = found
      const fixable = fix !== undefined
      const finding = { rule, severity, message, ...placeOf(file, found), fixable }
      all.push({ finding, fix: () => fix?.() ?? null })
    }
  }
  return all
}

function placeOf(file: CheckedFile, { at }: Found): Pick<Finding, 'line' | 'column' | 'field'> {
  if ('line' in at) return { line: at.line, column: at.column, field: null }
  const place = file.kind === 'story' ? file.placeOf(at) : { line: 1, column: 1 }
  return { ...place, field: at.map(escaped).join('/') }
}

const escaped = (token: string): string => token.replace(/~/g, '~0').replace(/\//g, '~1')
