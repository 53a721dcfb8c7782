import { expect, it } from 'vitest'
import { patternsFault } from './pattern-fault'

it.each([
  [['../drafts/**'], '../drafts/** is no path below the library.'],
  [['_news/../../x/*.md'], /no path below/],
  [['C:/stories/**'], /no path below/],
  [['_news//*.md'], /no path below/],
  [['_news\\*.md'], /divided by/],
  [['_news/'], '_news/ names a folder. Its files are _news/**.'],
  [[' '], /which files/],
  [['**/*.md', '!'], /which files/],
  [['!_drafts/**'], /must not start with !/],
  [[], /must not start with !/]
])('says why %j can take in no story', (patterns, fault) => {
  expect(patternsFault(patterns)).toMatch(fault)
})

it.each([
  [['**/*.md', '!_drafts/**']],
  [['/_news/*']],
  [['./_news/*.md']],
  [['_{news,video}/[a-z] ?.md']],
  [['index.md']]
])('finds nothing wrong with %j', (patterns) => {
  expect(patternsFault(patterns)).toBeNull()
})
