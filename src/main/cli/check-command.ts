import { isRule } from '#shared/story/check-grades'
import { RULE_IDS, type RuleId } from '#shared/story/finding'
import { storySettingsOf } from '#shared/story/story-settings'
import { installedVersion } from '../installed-version'
import { gradedRules } from '../story/checks/check-file'
import { RULES } from '../story/checks/rules'
import { jsonLine, summary, textLine, worstFirst } from './check'
import type { CheckQuestion, FileFindings } from './check-worker'
import checkWorker from './check-worker?modulePath'
import { type Command, type Context, WrongUse } from './command'
import { readArguments } from './read-arguments'
import { sarifLog } from './sarif'
import { type Scan, scanLibrary } from './scan-library'

const WIDTH = Math.max(...RULE_IDS.map((id) => id.length)) + 2

const USAGE = `Usage: storydesk check <folder> [--json | --sarif] [--rule id]...

Says what is wrong with the stories of a folder and what Jekyll makes of them, worst first. Changes nothing.

  --json      one JSON object a line; "patch" is what storydesk edit mends it with, if a change is safe
  --sarif     one log in SARIF 2.1.0, for code hosts
  --rule id   looks for this only, even if it is off; may be given several times

${RULE_IDS.map((id) => `  ${id.padEnd(WIDTH)}${RULES[id].severity.padEnd(9)}${RULES[id].about}`).join('\n')}

In storydesk.yml of the folder, "checks:" with lines such as "unknown-topic: off" grades rules anew: error, warning, note
or off. Ends with 1 if there is any error, with 2 if a folder cannot be read.`

type Options = {
  readonly folder: string | undefined
  readonly form: 'text' | 'json' | 'sarif'
  /** `null`: all that are not off. */
  readonly only: readonly RuleId[] | null
}

/** `storydesk check`. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'says what is wrong with stories',
  usage: USAGE,
  async run(args, context) {
    const { folder, form, only } = parse(args)
    const scan = await scanLibrary<CheckQuestion, FileFindings>(
      {
        folder,
        module: checkWorker,
        questionFor: ({ settings, state }) => ({
          rules: gradedRules(settings.checks, only),
          topics: state.vocabulary,
          site: state.site,
          settings: storySettingsOf(settings),
          now: Date.now(),
          patches: form === 'json'
        })
      },
      context
    )
    if (scan === null) return 2
    const findings = await say(scan, { form, only }, context)
    if (scan.isPartial) return 2
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  }
}

async function say(
  scan: Scan<FileFindings>,
  { form, only }: Pick<Options, 'form' | 'only'>,
  { root, say, complain }: Context
) {
  const rules = gradedRules(scan.said.settings.checks, only)
  const findings = worstFirst(scan.answers)
  if (form === 'sarif') {
    say(sarifLog({ version: await installedVersion(root), rules, findings }))
  } else {
    for (const finding of findings) say(form === 'json' ? jsonLine(finding) : textLine(finding))
  }
  complain(summary(scan.answers, findings))
  return findings
}

function parse(args: readonly string[]): Options {
  const { options, words } = readArguments(args, { json: 'flag', sarif: 'flag', rule: 'texts' })
  if (options.json && options.sarif) throw new WrongUse('Choose one of --json and --sarif.')
  if (words.length > 1) throw new WrongUse('Only one folder can be checked.')
  const unknown = options.rule.find((name) => !isRule(name))
  if (unknown !== undefined) {
    throw new WrongUse(`There is no rule "${unknown}". Rules: ${RULE_IDS.join(', ')}.`)
  }
  const only = options.rule.filter(isRule)
  const form = options.json ? 'json' : options.sarif ? 'sarif' : 'text'
  return { folder: words[0], form, only: only.length === 0 ? null : only }
}
