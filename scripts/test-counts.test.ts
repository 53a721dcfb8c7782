import { expect, it } from 'vitest'
import {
  closingLine,
  countPlaywright,
  noTests,
  skippedProjects,
  sum,
  withFailedStep
} from './test-counts.mjs'

const test = (
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped',
  annotations: readonly { type: string; description?: string }[] = [],
  results: readonly unknown[] = [{}]
) => ({ projectName: 'browser', status, annotations, results })

const config = { projects: [{ name: 'browser', metadata: {} }] }

it('counts tests at any depth, and a flaky one as failed', () => {
  const suites = [
    {
      specs: [{ title: 'opens', tests: [test('expected'), test('unexpected')] }],
      suites: [{ specs: [{ title: 'saves', tests: [test('flaky')] }] }]
    }
  ]
  expect(countPlaywright({ suites, config })).toEqual({ passed: 1, failed: 2, skipped: [] })
})

it('names skipped tests and why', () => {
  const skipped = test('skipped', [{ type: 'skip', description: 'no data' }])
  const suites = [
    { specs: [{ title: 'opens', tests: [skipped, test('skipped'), test('skipped', [], [])] }] }
  ]
  expect(countPlaywright({ suites, config }).skipped).toEqual([
    { name: 'opens [browser]', reason: 'no data' },
    { name: 'opens [browser]', reason: null },
    { name: 'opens [browser]', reason: 'it did not run' }
  ])
})

it('names projects that were left out as a whole', () => {
  const leftOut = { name: 'all tests in electron', reason: 'no runtime' }
  const electron = { name: 'electron', metadata: { leftOut } }
  const projects = [...config.projects, electron]
  expect(skippedProjects({ suites: [], config: { projects } })).toEqual([leftOut])
})

it('ends with one line over all runners', () => {
  const unit = { passed: 3, failed: 0, skipped: [] }
  const endToEnd = { passed: 2, failed: 1, skipped: [{ name: 'opens', reason: null }] }
  expect(closingLine(sum([unit, endToEnd]))).toBe('5 passed, 1 failed, 1 skipped')
  expect(closingLine(sum([unit]))).toBe('3 passed, 0 failed')
  expect(closingLine(noTests)).toBe('0 passed, 0 failed')
})

it('counts a step that failed without a failed test as one', () => {
  const unit = { passed: 3, failed: 0, skipped: [] }
  expect(closingLine(withFailedStep(noTests))).toBe('0 passed, 1 failed')
  expect(closingLine(withFailedStep(unit))).toBe('3 passed, 1 failed')
  expect(closingLine(withFailedStep({ ...unit, failed: 2 }))).toBe('3 passed, 2 failed')
})
