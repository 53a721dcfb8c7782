import type { QueryOptions } from '#shared/library/query-match'
import { type RuleId, SEVERITIES, type Severity } from '#shared/story/finding'
import type { Story } from '#shared/story/story'
import type { RuleFindings } from '#shared/story/story-findings'
import type { Library, LibraryStore } from './library-store'
import { countOf } from './story-words'

const NONE: readonly RuleFindings[] = []

/** What a query may ask of a library that its stories do not say of themselves. */
export const askingOf = (library: LibraryStore): Required<QueryOptions> => ({
  isDuplicate: ({ id }) => library.getState().duplicates.has(id),
  findingsOf: ({ id }) => library.getState().findings.get(id) ?? NONE
})

/** Whether a story is counted among the problems: it cannot be read, or the site shows something of it wrong. */
export const isProblem = (
  { id, problem }: Story,
  { findings }: Pick<Library, 'findings'>
): boolean => problem !== null || findings.get(id)?.[0]?.severity === 'error'

/** What a row says of its findings: how many of the worst kind. Notes are none that a row says. */
export function findingWords(found: readonly RuleFindings[] = NONE): {
  readonly severity: 'error' | 'warning'
  readonly words: string
  readonly messages: string
} | null {
  const severity = found[0]?.severity
  if (severity === undefined || severity === 'note') return null
  const worst = found.filter((each) => each.severity === severity)
  const count = worst.reduce((sum, each) => sum + each.count, 0)
  return {
    severity,
    words: countOf(count, severity, `${severity}s`),
    messages: worst.map(({ message }) => message).join('\n')
  }
}

/** What one rule finds in a library. */
export type RuleCount = {
  readonly rule: RuleId
  readonly severity: Severity
  /** In how many stories it finds something, and in how many of them something that can be mended. */
  readonly stories: number
  readonly fixable: number
}

/** What is found in these stories, rule by rule, worst first. */
export function countRules(
  stories: readonly Story[],
  { findings }: Pick<Library, 'findings'>
): readonly RuleCount[] {
  const counts = new Map<RuleId, RuleCount>()
  for (const { id } of stories) {
    for (const { rule, severity, fixable } of findings.get(id) ?? NONE) {
      const { stories: others, fixable: some } = counts.get(rule) ?? { stories: 0, fixable: 0 }
      const isFixable = Number(fixable > 0)
      counts.set(rule, { rule, severity, stories: others + 1, fixable: some + isFixable })
    }
  }
  return [...counts.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.stories - a.stories
  )
}
