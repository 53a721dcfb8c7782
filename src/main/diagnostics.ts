import type { LibrarySnapshot } from '#shared/library/library-state'

/** What a report about Storydesk needs to know of where it runs. */
export type AppFacts = {
  readonly version: string
  readonly host: 'desktop' | 'browser'
  /** e.g. `linux 6.1.0 x64`. */
  readonly system: string
  /** What it is built on, e.g. `node` -> `20.19.0`. */
  readonly engines: Readonly<Record<string, string | undefined>>
}

/**
 * Describes a running Storydesk for a report. It says nothing that stories say: no titles, no names of files, and no
 * paths, which are made of the person's name.
 *
 * @param log the last lines of the log, oldest first
 */
export function describeApp(
  { version, host, system, engines }: AppFacts,
  { state, stories, reviews = [], duplicates = [], findings = [] }: LibrarySnapshot,
  log: readonly string[]
): string {
  const problems = stories.filter(({ problem }) => problem !== null).length
  const { phase, watching, unreadable, vocabulary, views = [], settingsProblems = [] } = state
  const known = Object.entries(engines).flatMap(([name, of]) => (of ? `${name} ${of}` : []))
  return [
    `Storydesk ${version}, ${host}`,
    `System: ${system}; ${known.join(', ')}`,
    `Library: ${phase}, watching: ${watching}`,
    `Stories: ${stories.length}, not editable: ${problems}, with findings: ${findings.length}`,
    `Duplicates: ${duplicates.length}, reviewed or held: ${reviews.length}`,
    `Topics: ${vocabulary.length}, views: ${views.length}, wrong settings: ${settingsProblems.length}`,
    `Folders that cannot be read: ${unreadable.length}`,
    '',
    'Last lines of the log, without names and texts:',
    ...log.map(plainLine),
    ''
  ].join('\n')
}

/** A line of the log is `time level: message (detail)`. */
function plainLine(line: string): string {
  const [, head = '', detail = ''] = /^(.*?)(?: \((.*)\))?$/s.exec(line) ?? []
  const facts = [...new Set(detail.match(HARMLESS) ?? [])]
  return withoutNames(head) + (facts.length === 0 ? '' : ` (${facts.join(', ')})`)
}

/** Kinds and codes of errors, and our own functions that they came through. */
const HARMLESS =
  /\b[A-Z][A-Za-z]{0,30}Error\b|\bE[A-Z]{3,20}\b|\bat (?:async )?[\w$.]{1,60}(?= \()/g

/** Messages are ours; what is quoted in them, and what looks like a path or an address, is not. */
const withoutNames = (message: string): string =>
  message.replace(/“[^”]*”?|"[^"]*"?|`[^`]*`?/g, '…').replace(/\S*[/\\]\S*/g, '…')
