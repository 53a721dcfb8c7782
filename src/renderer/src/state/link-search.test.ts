import { expect, it } from 'vitest'
import { linkChoices } from './link-search'
import { aStory } from './story.builder'

const own = aStory({ id: 'own.md', title: 'Tides turn early', webUrl: 'https://a.example/own' })
const ferry = aStory({
  id: 'ferry.md',
  title: 'Ferries go electric',
  excerpt: 'Quiet on the tides',
  webUrl: 'https://a.example/ferry',
  publishedDateTime: '2026-03-12T09:00:00Z'
})
const tides = aStory({
  id: 'tides.md',
  title: 'Tides and ferries',
  webUrl: 'https://b.example/tides?id=7',
  publishedDateTime: '2026-03-01T09:00:00Z'
})
const stories = [own, ferry, tides]
const find = (typed: string, links: readonly { readonly webUrl: string | null }[] = []) =>
  linkChoices(typed, { stories, own, links }).map((choice) =>
    choice.kind === 'story' ? [choice.story.id, choice.place] : ['page', choice.place]
  )

it('finds stories by all their words, those with them in the title first, never the story itself', () => {
  expect(find('tides')).toEqual([
    ['tides.md', null],
    ['ferry.md', null]
  ])
  expect(find(' Électric  FERRIES ')).toEqual([['ferry.md', null]])
  expect(find('ferries submarine')).toEqual([])
  expect(find('  ')).toEqual([])
})

it('finds the story at an address however it is written, and offers the address itself', () => {
  expect(find('http://www.b.example/tides/?utm_source=x&id=7#top')).toEqual([
    ['tides.md', null],
    ['page', null]
  ])
  expect(find('https://nobody.example/x')).toEqual([['page', null]])
})

it('says where in the list a story or an address is already', () => {
  const links = [{ webUrl: null }, { webUrl: 'https://amp.a.example/ferry' }]
  expect(find('electric', links)).toEqual([['ferry.md', 2]])
  expect(find('https://a.example/ferry', links)).toEqual([
    ['ferry.md', 2],
    ['page', 2]
  ])
})
