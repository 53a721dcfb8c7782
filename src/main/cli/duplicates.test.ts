import { expect, it } from 'vitest'
import { aFiledStory, aLink } from '../related/known-story.fixture'
import { duplicateLines } from './duplicates'

const page = 'https://tides.example/long-tail'
const library = [
  { story: aFiledStory('a', { webUrl: page }), links: [] },
  {
    story: aFiledStory('b', { webUrl: `${page}/\u001b[31m` }),
    links: [aLink({ webUrl: `${page}#top` }), aLink(), aLink({ webUrl: page })]
  },
  { story: aFiledStory('c', { webUrl: `${page}?utm_source=x` }), links: [] }
]
const why = 'Both lead to the same page, tides.example/long-tail.'

it('prints one JSON object a pair, with links named by address, list and place', () => {
  expect([...duplicateLines(library, { json: true })].map((line) => JSON.parse(line))).toEqual([
    { tier: 'same-page', a: { story: '_news/a.md' }, b: { story: '_news/c.md' }, why },
    {
      tier: 'same-page',
      a: { link: `${page}#top`, of: '_news/b.md', at: 0 },
      b: { link: page, of: '_news/b.md', at: 2 },
      why
    }
  ])
})

it('prints lines to read that cannot steer a terminal', () => {
  const odd = { story: aFiledStory('b'), links: [1, 2].map(() => aLink({ webUrl: 'x\u001b[31m' })) }
  expect([...duplicateLines([odd], { json: false })]).toEqual([
    'same-page link 1 of _news/b.md (x [31m) = link 2 of _news/b.md (x [31m) Both lead to the same page, x [31m.'
  ])
})

it('prints nothing where nothing is double', () => {
  expect([...duplicateLines([], { json: true })]).toEqual([])
})
