import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockIsSound } from './check-lock.mjs'
import { endWithParent } from './end-with-parent.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { programs } from './project.mjs'
import { runNode } from './run-command.mjs'
import {
  closingLine,
  countPlaywright,
  skippedProjects,
  sum,
  withFailedStep
} from './test-counts.mjs'

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {import('./test-counts.mjs').Skipped} Skipped
 * @typedef {{ ok: boolean, output?: string, counts?: Counts, left?: Skipped[] }} StepOutcome
 *   `left` is what was left out without being counted
 */

const STEP_SECONDS = 1500

endWithParent()
const reports = await mkdtemp(join(tmpdir(), 'storydesk-test-'))
/** @type {[name: string, run: () => Promise<StepOutcome>][]} */
const steps = [
  ['packages', async () => ({ ok: await ensureInstalled() })],
  ['lock file', async () => ({ ok: await lockIsSound() })],
  ['types', () => run(programs.tsc, ['-b'])],
  ['lint and format', () => run(programs.biome, ['check', '--error-on-warnings', '.'])],
  ['build', async () => ({ ok: await ensureBuilt({ force: true }) })],
  ['unused code', () => run(programs.knip, [])],
  ['unit tests', unitTests],
  ['browser', provideBrowser],
  ['end-to-end tests', endToEndTests]
]

/** @type {Counts[]} */
const counts = []
let allPassed = false
try {
  allPassed = await runSteps()
} finally {
  await rm(reports, { recursive: true, force: true })
  print(closingLine(allPassed ? sum(counts) : withFailedStep(sum(counts))))
  process.exitCode = allPassed ? 0 : 1
}

async function runSteps() {
  for (const [name, step] of steps) {
    const started = Date.now()
    if (process.stdout.isTTY) process.stdout.write(`${name} ...\r`)
    const outcome = await step()
    print(`${name.padEnd(18)}${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`)
    if (outcome.counts) counts.push(outcome.counts)
    for (const { name, reason } of [...(outcome.counts?.skipped ?? []), ...(outcome.left ?? [])]) {
      print(`  skipped: ${name}${reason === null ? '' : `: ${reason}`}`)
    }
    if (!outcome.ok) {
      print(`${outcome.output?.trimEnd() ?? ''}\nStopped: ${name} failed.`)
      return false
    }
  }
  return true
}

async function unitTests() {
  const file = join(reports, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=./scripts/unit-reporter.mjs']
  const outcome = await run(programs.vitest, ['run', ...reporters], { STORYDESK_UNIT_COUNTS: file })
  const report = await readReport(file)
  return report === null ? outcome : { ...outcome, counts: report }
}

async function provideBrowser() {
  // Loaded only now: it needs the packages.
  const { ensureBrowser } = await import('./ensure-browser.mjs')
  const browser = await ensureBrowser()
  if (browser !== null) process.env.STORYDESK_BROWSER = browser
  return { ok: browser !== null }
}

async function endToEndTests() {
  const file = join(reports, 'end-to-end.json')
  const outcome = await run(programs.playwright, ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    STORYDESK_BRIEF: '1'
  })
  const report = await readReport(file)
  return report === null
    ? outcome
    : { ...outcome, counts: countPlaywright(report), left: skippedProjects(report) }
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(script, args, env) {
  // A runner decides itself what environment it tests in.
  return runNode(script, args, { seconds: STEP_SECONDS, env: { NODE_ENV: undefined, ...env } })
}

/**
 * @param {string} file
 * @returns {Promise<any>} `null` if the runner did not get to writing it
 */
async function readReport(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => null)
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}
