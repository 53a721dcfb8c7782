import { RULE_IDS, type RuleId, SEVERITIES, type Severity } from './finding'

/** How bad what a rule finds is in one library. Rules that are not named have their usual severity. */
export type CheckGrades = { readonly [rule in RuleId]?: Severity | 'off' }

/** A grade that cannot hold, by the rule that it names. */
export type RefusedGrade = { readonly rule: string; readonly reason: string }

/** Reads what settings say of rules, e.g. `unknown-topic: off`. One that cannot hold takes no other with it. */
export function readGrades(said: Readonly<Record<string, unknown>>): {
  readonly grades: CheckGrades
  readonly refused: readonly RefusedGrade[]
} {
  const grades: { [rule in RuleId]?: Severity | 'off' } = {}
  const refused: RefusedGrade[] = []
  for (const [rule, value] of Object.entries(said)) {
    // Older YAML reads `off` as `false`, and whoever writes that means the same.
    const grade = value === false ? 'off' : GRADES.find((each) => each === value)
    if (!isRule(rule)) refused.push({ rule, reason: 'There is no rule of this name.' })
    else if (grade === undefined) refused.push({ rule, reason: NO_GRADE })
    else grades[rule] = grade
  }
  return { grades, refused }
}

export const isRule = (name: string): name is RuleId => RULE_IDS.some((rule) => rule === name)

const GRADES = [...SEVERITIES, 'off'] as const
const NO_GRADE = `It can be ${SEVERITIES.join(', ')} or off.`
