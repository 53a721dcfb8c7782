import type { SEVERITIES } from '#shared/story/finding'
import type { Graded } from '../story/checks/check-file'
import { RULES } from '../story/checks/rules'
import type { StoryFinding } from './check'

type SarifParts = {
  /** Storydesk's own version. */
  readonly version: string
  /** The rules that were looked for. */
  readonly rules: Graded
  readonly findings: readonly StoryFinding[]
}

/**
 * Findings as one log of SARIF 2.1.0 (OASIS), which code hosts show beside the files. Paths are relative to the
 * library's folder, and a field is the logical location of a finding.
 */
export function sarifLog({ version, rules, findings }: SarifParts): string {
  const indices = new Map(rules.map(([rule], index) => [rule, index]))
  const driver = {
    name: 'Storydesk',
    semanticVersion: version,
    rules: rules.map(([id, severity]) => ({
      id,
      shortDescription: { text: RULES[id].about },
      defaultConfiguration: { level: levelOf(severity) }
    }))
  }
  const results = findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: indices.get(finding.rule) ?? -1,
    level: levelOf(finding.severity),
    message: { text: finding.message },
    locations: [locationOf(finding)]
  }))
  return JSON.stringify({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }]
  })
}

/** Our severities are SARIF's levels. */
const levelOf = (severity: (typeof SEVERITIES)[number]): 'error' | 'warning' | 'note' => severity

const locationOf = ({ story, line, column, field }: StoryFinding) => ({
  physicalLocation: {
    artifactLocation: { uri: story.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column }
  },
  ...(field === null ? {} : { logicalLocations: [{ fullyQualifiedName: field }] })
})
