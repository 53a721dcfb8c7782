import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { knownStoryOf } from './known-story-of'

const id = '_news/a.md' as StoryId
function known(matter: string) {
  const fields = readFields(Buffer.from(`---\n${matter}---\n`), { skip: [] })
  if (fields.kind !== 'front-matter') throw new Error(fields.problem.message)
  return knownStoryOf(id, fields.data)
}
const NOTHING = {
  id: null,
  title: null,
  excerpt: null,
  publishedAt: null,
  webUrl: null,
  ampWebUrl: null
}

it('takes what a story and its links say, links in their order', () => {
  const matter = `title: "Tides"
excerpt: "High"
publishedDateTime: 2026-03-12T09:00:00+01:00
webUrl: "https://a.example/"
ampWebUrl: "https://amp.a.example/"
related:
  - title: "Ebb"
    publishedDateTime: "2026-03-12"
  - other-story
`
  expect(known(matter)).toEqual({
    story: {
      id,
      title: 'Tides',
      excerpt: 'High',
      publishedAt: Date.UTC(2026, 2, 12, 8),
      webUrl: 'https://a.example/',
      ampWebUrl: 'https://amp.a.example/'
    },
    links: [{ ...NOTHING, title: 'Ebb', publishedAt: Date.UTC(2026, 2, 12) }, NOTHING]
  })
})

it('takes nothing for what is odd', () => {
  expect(known('title: 5\npublishedDateTime: soon\nwebUrl: [a]\nrelated: none\n')).toEqual({
    story: { ...NOTHING, id },
    links: []
  })
})
