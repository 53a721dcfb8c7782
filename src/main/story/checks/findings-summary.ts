import { type RuleId, SEVERITIES } from '#shared/story/finding'
import type { RuleFindings } from '#shared/story/story-findings'
import type { MendableFinding } from './check-file'

/** What a list of stories shows of the findings of one: each rule once, worst first. */
export function summaryOf(findings: readonly MendableFinding[]): readonly RuleFindings[] {
  const byRule = new Map<RuleId, RuleFindings>()
  for (const { finding } of findings) {
    const { rule, severity, line, message } = finding
    const first = byRule.get(rule) ?? { rule, severity, line, message, count: 0, fixable: 0 }
    const fixable = first.fixable + Number(finding.fixable)
    byRule.set(rule, { ...first, count: first.count + 1, fixable })
  }
  const rank = ({ severity }: RuleFindings): number => SEVERITIES.indexOf(severity)
  return [...byRule.values()].sort((a, b) => rank(a) - rank(b))
}
