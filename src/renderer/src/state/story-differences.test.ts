import { expect, it } from 'vitest'
import type { JsonObject } from '#shared/json'
import type { LinkKey, StoryDetail } from '#shared/story/story'
import { shownLink } from './new-link'
import { aStory } from './story.builder'
import { differences } from './story-differences'

const detail = (data: JsonObject, ...links: readonly string[]): StoryDetail => ({
  story: aStory(),
  data,
  links: links.map((title) => ({
    ...shownLink({ title, webUrl: `https://a.example/${title[0]}` }),
    key: `1:${title[0]}` as LinkKey
  })),
  bodyLength: 0,
  excerptOfSource: null
})
const said = (then: StoryDetail, now: StoryDetail) =>
  differences(then, now).map(({ field, was, is }) => `${field}: ${was} > ${is}`)

it('says field by field what is not the same', () => {
  const then = detail({
    quality: 52,
    title: 'Tides',
    provider: { name: 'Tern & Tide', domain: 'a.example' },
    topics: ['Oceans'],
    secured: 'abc'
  })
  const now = detail({
    quality: 80,
    title: 'Tides',
    provider: { name: 'Harbour Ledger', domain: 'a.example' },
    topics: ['Oceans', 'Climate'],
    published: true,
    secured: 'def'
  })

  expect(said(then, now)).toEqual([
    'Quality: 52 > 80',
    'Provider: Tern & Tide > Harbour Ledger',
    'Topics: Oceans > Oceans, Climate',
    'secured: Encrypted > Encrypted otherwise',
    'Published: null > yes'
  ])
})

it('says of links which came, went, changed and moved', () => {
  const then = detail({}, 'alpha', 'bravo', 'charlie')
  const now = detail({}, 'charlie', 'alpha 2', 'delta')

  expect(said(then, now)).toEqual([
    'Link removed: bravo > null',
    'Link added: null > delta',
    'Link changed: alpha > alpha 2',
    'Order of links: another > charlie · alpha 2 · delta'
  ])
})

it('finds nothing where nothing is', () => {
  const same = detail({ quality: 52 }, 'alpha')
  expect(differences(same, detail({ quality: 52 }, 'alpha'))).toEqual([])
})
