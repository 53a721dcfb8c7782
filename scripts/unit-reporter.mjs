import { writeFileSync } from 'node:fs'

/**
 * Counts vitest's tests for `npm test`, with the reasons why tests were skipped, which vitest's own
 * JSON report leaves out. Writes them to the file that `STORYDESK_UNIT_COUNTS` names.
 */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter's default export.
export default class UnitReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state)
    const counts = {
      passed: inState('passed').length,
      failed: inState('failed').length,
      skipped: inState('skipped').map((test) => ({ name: test.fullName, reason: noteOf(test) }))
    }
    writeFileSync(String(process.env.STORYDESK_UNIT_COUNTS), JSON.stringify(counts))
  }
}

/** @param {import('vitest/node').TestCase} test */
function noteOf(test) {
  const result = test.result()
  return (result.state === 'skipped' && result.note) || null
}
