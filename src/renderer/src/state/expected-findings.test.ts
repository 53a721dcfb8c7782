import { expect, it } from 'vitest'
import type { RuleFindings } from '#shared/story/story-findings'
import { expectedFindings } from './expected-findings'

const rule = (over: Partial<RuleFindings>): RuleFindings => ({
  rule: 'missing-field',
  severity: 'warning',
  count: 1,
  fixable: 0,
  line: 3,
  message: 'The excerpt is missing.',
  ...over
})

it('takes the room of all findings before they are known, with the words of the first of each rule', () => {
  const found = [rule({ severity: 'error', message: 'The title is missing.' }), rule({ count: 2 })]

  expect(expectedFindings(found).map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'The title is missing.'],
    ['warning', 'The excerpt is missing.'],
    ['warning', '']
  ])
})

it('takes no room for more than are ever shown', () => {
  expect(expectedFindings([rule({ count: 5000 })])).toHaveLength(200)
})
