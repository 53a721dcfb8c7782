import { expect, it } from 'vitest'
import { aFiledStory, aLink, hour } from '../related/known-story.fixture'
import { suggestLines } from './suggest'

const title = 'Storm shuts the harbour'
const storm = aFiledStory('storm', { title, publishedAt: hour(0) })
const copy = aFiledStory('copy', { title, publishedAt: hour(2) })
const link = aLink({ title: 'The storm\u001b[31m', webUrl: 'https://link.example/' })
const copper = { story: aFiledStory('copper', { title: 'Copper' }), links: [link] }
const library = [{ story: storm, links: [] }, { story: copy, links: [] }, copper]

it('prints one JSON object a story, copies and links included', () => {
  const options = { stories: [storm.id], limit: 20, json: true }
  expect([...suggestLines(library, options)].map((line) => JSON.parse(line))).toEqual([
    {
      story: '_news/storm.md',
      suggestions: [
        {
          url: 'https://copy.example/report',
          story: '_news/copy.md',
          title,
          score: expect.any(Number),
          why: '4 words shared (shuts, harbour, Storm), 2 hours apart'
        },
        {
          url: 'https://link.example/',
          story: null,
          title: 'The storm\u001b[31m',
          score: expect.any(Number),
          why: '2 words shared (Storm, the), one without a date'
        }
      ]
    }
  ])
})

it('prints all stories in the order of the library, also those without suggestions', () => {
  const lines = [...suggestLines(library, { stories: 'all', limit: 1, json: true })]
  expect(
    lines.map((line) => JSON.parse(line)).map((line) => [line.story, line.suggestions.length])
  ).toEqual([
    ['_news/storm.md', 1],
    ['_news/copy.md', 1],
    ['_news/copper.md', 0]
  ])
})

it('prints lines to read that cannot steer a terminal', () => {
  expect([...suggestLines(library, { stories: [storm.id], limit: 2, json: false })]).toEqual([
    '_news/storm.md',
    '  Storm shuts the harbour  https://copy.example/report  4 words shared (shuts, harbour, Storm), 2 hours apart',
    '  The storm [31m  https://link.example/  2 words shared (Storm, the), one without a date'
  ])
})
