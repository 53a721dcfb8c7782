import { expect, it } from 'vitest'
import { pathMatcher } from './path-patterns'

it.each([
  ['**/*.md', 'a.md', true],
  ['**/*.md', '_news/deep/er/a.MD', true],
  ['**/*.md', 'a.mdx', false],
  ['**/*.md', 'amd', false],
  ['*.md', '_news/a.md', false],
  ['_news/*.md', '_news/a.md', true],
  ['_news/*.md', '_news/deep/a.md', false],
  ['_news/**', '_news/deep/a.txt', true],
  ['./_news/*', '_news/a.md', true],
  ['/_news/*', '_news/a.md', true],
  ['_{news,video}/*.md', '_video/a.md', true],
  ['_{news,video}/*.md', '_drafts/a.md', false],
  ['202?-*.md', '2026-a.md', true],
  ['202?-*.md', '20261-a.md', false],
  ['?.md', '📰.md', true],
  ['a+(b)|c[d]^$\\.md', 'a+(b)|c[d]^$\\.md', true],
  ['a{b.md', 'a{b.md', true],
  ['a-b.md', 'a\nb.md', false],
  ['{{a,b}c,d}.md', 'bc.md', true],
  ['**', 'a/b', true],
  ['{a}{b,c}.md', '{a}c.md', true],
  ['a**b.md', 'a/b.md', false],
  ['', 'a.md', false],
  ['*.md', 'a\nb.md', true]
])('%s and %s', (pattern, path, matches) => {
  expect(pathMatcher([pattern])(path)).toBe(matches)
})

it('takes out again what a pattern with ! names, in the order of the patterns', () => {
  const isStory = pathMatcher(['**/*.md', '!_drafts/**', '_drafts/keep.md'])

  expect(['a.md', '_drafts/b.md', '_drafts/keep.md'].filter(isStory)).toEqual([
    'a.md',
    '_drafts/keep.md'
  ])
})

it('answers at once however a pattern repeats itself', () => {
  expect(pathMatcher([`${'**/'.repeat(100)}x`])(`${'a/'.repeat(1000)}b`)).toBe(false)
  expect(pathMatcher([`${'*a'.repeat(200)}b`])('a'.repeat(4000))).toBe(false)
  expect(pathMatcher(['{a,b}'.repeat(100)])('a'.repeat(100))).toBe(false)
})
