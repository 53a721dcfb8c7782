import type { JsonPatch } from '#shared/json'
import { type Finding, SEVERITIES, type Severity } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import type { FileFindings } from './check-worker'
import { terminalText } from './terminal-text'

/** A finding, the story that it is about, and what `storydesk edit` would mend it with. */
export type StoryFinding = Finding & { readonly story: StoryId; readonly patch: JsonPatch | null }

/** All findings, worst first, then in the order of the stories' paths and lines. */
export const worstFirst = (files: readonly FileFindings[]): readonly StoryFinding[] =>
  files
    .flatMap(({ id, findings }) => findings.map((finding) => ({ ...finding, story: id })))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        compare(a.story, b.story) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.rule, b.rule)
    )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One finding as one line of JSON. */
export const jsonLine = (finding: StoryFinding): string => {
  const { story, rule, severity, line, column, field, message, patch } = finding
  return JSON.stringify({ story, rule, severity, line, column, field, message, patch })
}

/** One finding as compilers print theirs, so that editors and terminals find the place. */
export const textLine = ({ story, line, column, severity, message, rule }: StoryFinding): string =>
  terminalText(`${story}:${line}:${column}: ${severity}: ${message} [${rule}]`)

/** `3 errors and 2 notes in 4 of 6,241 stories.` */
export function summary(files: readonly FileFindings[], findings: readonly Finding[]): string {
  const stories = files.filter(({ isStory }) => isStory).length
  const all = `${stories.toLocaleString('en')} ${stories === 1 ? 'story' : 'stories'}`
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [counted(count, severity)]
  })
  if (counts.length === 0) return `Nothing found in ${all}.`
  const having = files.filter((file) => file.findings.length > 0).length
  const list = new Intl.ListFormat('en-GB').format(counts)
  return `${list} in ${having.toLocaleString('en')} of ${all}.`
}

const counted = (count: number, severity: Severity): string =>
  `${count.toLocaleString('en')} ${severity}${count === 1 ? '' : 's'}`
