import { RULE_IDS, SEVERITIES } from '#shared/story/finding'
import { RULE_WORDS } from '#shared/story/rule-words'
import type { Story } from '#shared/story/story'
import type { RuleFindings } from '#shared/story/story-findings'
import type { GroupedRows, RowGroup } from './group-rows'
import type { Library } from './library-store'

/**
 * Puts stories with problems in the order in which they should be looked at: what is online by accident, what cannot be
 * edited, then what the checks find, each story with its worst finding. Within a group they keep their order.
 */
export function groupProblems(
  rows: readonly Story[],
  { findings }: Pick<Library, 'findings'>
): GroupedRows {
  const groups = new Map<string, { readonly rank: number; readonly words: string; rows: Story[] }>()
  for (const story of rows) {
    const place = placeOf(story, findings.get(story.id)?.[0])
    const group = groups.get(place.key) ?? { ...place, rows: [] }
    group.rows.push(story)
    groups.set(place.key, group)
  }
  const sorted: Story[] = []
  const inOrder = [...groups].sort(([, a], [, b]) => a.rank - b.rank)
  return {
    groups: inOrder.map(([key, { words, rows: own }]): RowGroup => {
      const start = sorted.length
      for (const story of own) sorted.push(story)
      return { key, words, start, count: own.length }
    }),
    rows: sorted
  }
}

type Place = { readonly key: string; readonly rank: number; readonly words: string }

function placeOf({ problem, onSite }: Story, worst: RuleFindings | undefined): Place {
  if (problem !== null) {
    return onSite
      ? { key: 'on-site', rank: 0, words: 'Jekyll publishes these as they are' }
      : { key: 'problem', rank: 1, words: 'These cannot be edited' }
  }
  // The story that stays in its row while it is open may have been mended.
  if (worst === undefined)
    return { key: 'none', rank: Number.POSITIVE_INFINITY, words: 'Nothing found' }
  const { rule, severity } = worst
  const rank = 2 + SEVERITIES.indexOf(severity) * RULE_IDS.length + RULE_IDS.indexOf(rule)
  return { key: rule, rank, words: RULE_WORDS[rule] }
}
