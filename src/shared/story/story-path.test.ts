import { expect, it } from 'vitest'
import { isStoryPath } from './story-path'

it.each([
  'a.md',
  '_news/2026-03-12-tides.md',
  '...md',
  'a..b/c.md',
  'a/.b.md',
  'news/ä ö.md',
  'ab:c.md'
])('takes %j for a path below the library', (path) => {
  expect(isStoryPath(path)).toBe(true)
})

it.each([
  '',
  '.',
  '..',
  '/a.md',
  'a//b.md',
  'a/',
  './a.md',
  '../a.md',
  'a/../b.md',
  'a/..',
  'a\\..\\b.md',
  '..\\a.md',
  '\\a.md',
  'C:a.md',
  'c:\\a.md',
  'a\0.md',
  'a'.repeat(4097)
])('refuses %j', (path) => {
  expect(isStoryPath(path)).toBe(false)
})
