/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly Skipped[]} skipped
 *
 * @typedef {{ readonly name: string, readonly reason: string | null }} Skipped
 *
 * @typedef {object} PlaywrightReport the parts of Playwright's JSON report that count
 * @property {readonly PlaywrightSuite[]} suites
 * @property {{ projects: readonly { name: string, metadata?: { leftOut?: Skipped } }[] }} config
 *
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title: string, tests: readonly PlaywrightTest[] }[]} [specs]
 *
 * @typedef {object} PlaywrightTest
 * @property {string} projectName
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {readonly { type: string, description?: string }[]} annotations
 * @property {readonly unknown[]} results one for each time that it ran
 */

/** @type {Counts} */
export const noTests = { passed: 0, failed: 0, skipped: [] }

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.flatMap(({ skipped }) => skipped)
})

/**
 * Counts Playwright's tests, one for each project that ran it. A flaky test failed once: it failed.
 *
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const tests = report.suites.flatMap(testsOf)
  const inState = (/** @type {string} */ state) => tests.filter(({ status }) => status === state)
  return {
    passed: inState('expected').length,
    failed: inState('unexpected').length + inState('flaky').length,
    skipped: inState('skipped').map(({ name, annotations, results }) => ({
      name,
      reason:
        results.length === 0
          ? 'it did not run'
          : (annotations.find(({ type }) => type === 'skip')?.description ?? null)
    }))
  }
}

/**
 * The projects of a Playwright run that were left out as a whole, and why.
 *
 * @param {PlaywrightReport} report
 * @returns {Skipped[]}
 */
export const skippedProjects = ({ config }) =>
  config.projects.flatMap(({ metadata }) => metadata?.leftOut ?? [])

/**
 * The counts of a run that stopped. A step can fail without a failed test: when types do not fit, or when a runner cannot
 * load a file of tests. That counts as one.
 *
 * @param {Counts} counts
 * @returns {Counts}
 */
export const withFailedStep = (counts) => (counts.failed > 0 ? counts : { ...counts, failed: 1 })

/**
 * The line that ends a test run.
 *
 * @param {Counts} counts
 */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`

/**
 * @param {PlaywrightSuite} suite
 * @returns {(PlaywrightTest & { name: string })[]}
 */
const testsOf = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ title, tests }) =>
    tests.map((test) => ({ ...test, name: `${title} [${test.projectName}]` }))
  ),
  ...suites.flatMap(testsOf)
]
