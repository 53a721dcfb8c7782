import { expect, it } from 'vitest'
import { KnownCoverage } from './known-coverage'
import type { KnownStory, StoryAndLinks } from './known-story'
import { aFiledStory, aLink, hour } from './known-story.fixture'
import { type SuggestOptions, suggest } from './suggest'

const storm = aFiledStory('storm', {
  title: "Storm shuts Kessel's harbour",
  excerpt: 'Ferries stay in Kessel until the storm is over.',
  publishedAt: hour(0)
})
const flood = aFiledStory('flood', {
  title: 'Kessel harbour floods after the storm',
  publishedAt: hour(30)
})
const old = aFiledStory('ancient', {
  title: flood.title,
  publishedAt: hour(-9e3)
})
const copper = aFiledStory('copper', { title: 'Copper prices fall', publishedAt: hour(0) })
const photos = aLink({
  title: "Photos: Kessel's harbour, shut for ferries",
  publishedAt: hour(3),
  webUrl: 'https://photos.example/storm'
})
const copyOfStorm = aFiledStory('copy', {
  title: "Storm shuts Kessel's harbour | Kessel Post",
  publishedAt: hour(1)
})

const alone = (story: StoryAndLinks['story']): StoryAndLinks => ({ story, links: [] })
const library = [storm, flood, old, copyOfStorm].map(alone)
const withPhotos = { story: copper, links: [photos, aLink({ title: 'Storm in Kessel' })] }

function suggestions(
  one: StoryAndLinks,
  options: Partial<SuggestOptions> = {},
  all: readonly StoryAndLinks[] = [...library, withPhotos]
) {
  const coverage = new KnownCoverage()
  for (const each of all) coverage.put(each)
  return suggest(coverage, one, { limit: 10, copies: 'leave-out', ...options })
}
const urls = (one: StoryAndLinks, options: Partial<SuggestOptions> = {}) =>
  suggestions(one, options).map(({ url }) => new URL(url).hostname.replace('.example', ''))

it('offers what shares words, what is near in time first, also links of any list', () => {
  expect(urls(alone(storm))).toEqual(['photos', 'flood', 'ancient'])
})

it('says what a suggestion is, where it stands, and why it fits', () => {
  const [first, second] = suggestions(alone(storm))
  expect(first).toEqual({
    url: 'https://photos.example/storm',
    story: null,
    source: copper.id,
    known: photos,
    score: expect.any(Number),
    why: '4 words shared (Ferries, shuts, Kessel), 3 hours apart'
  })
  expect(second).toMatchObject({ story: flood.id, source: flood.id })
})

it.each<[what: string, links: readonly KnownStory[], left: readonly string[]]>([
  ['what the list holds', [{ ...photos, title: null }], ['flood', 'ancient']],
  [
    'duplicates of what the list holds',
    [aLink({ ...flood, id: null, webUrl: 'https://other.example/' })],
    ['photos', 'ancient']
  ]
])('leaves out %s', (_, links, left) => {
  expect(urls({ story: storm, links })).toEqual(left)
})

it('takes nearly the same titles for copies unless rare words tell them apart', () => {
  const titled = (name: string, title: string) => aFiledStory(name, { title, publishedAt: hour(0) })
  const kessel = titled('kessel', 'Night ferry to Kessel delayed by the storm')
  const lessel = titled('lessel', 'Night ferry to Lessel delayed by the storm')
  const more = ['Kessel', 'Lessel'].flatMap((town) =>
    [1, 2, 3].map((number) => alone(aFiledStory(`${town}${number}`, { title: town })))
  )
  const found = (all: readonly StoryAndLinks[]) =>
    suggestions(alone(kessel), { limit: 1 }, [alone(lessel), ...all]).map(({ story }) => story)
  expect(found([])).toEqual([lessel.id])
  expect(found(more)).not.toContain(lessel.id)
})

it('offers copies of the story only if asked to, and never its own page', () => {
  expect(urls(alone(storm), { copies: 'offer' })).toEqual(['copy', 'photos', 'flood', 'ancient'])
  const draft = aFiledStory('draft', { ...storm, webUrl: 'https://storm.example/report?utm_a=b' })
  expect(urls(alone(draft), { copies: 'offer' })).not.toContain('storm')
})

it('offers one of several copies', () => {
  const copies = [1, 2, 3].map((number) =>
    alone(aFiledStory(`copy${number}`, { ...flood, webUrl: `https://${number}.example/` }))
  )
  const found = suggestions(alone(storm), {}, copies)
  expect(found.map(({ story }) => story)).toEqual(['_news/copy1.md'])
  expect(suggestions(alone(storm), { copies: 'offer' }, copies)).toHaveLength(3)
})

it('leaves out what an editor declined, whatever form its address has', () => {
  expect(urls(alone(storm), { declined: ['http://www.photos.example/storm/'] })).toEqual([
    'flood',
    'ancient'
  ])
})

it('offers a story instead of links to it', () => {
  const link = aLink({
    title: 'Storm shuts harbour in Kessel, ferries stay',
    webUrl: flood.webUrl,
    publishedAt: hour(0)
  })
  const all = [{ story: copper, links: [link] }, alone(flood)]
  const found = suggestions(alone(storm), { copies: 'offer' }, all)
  expect(found.map(({ story }) => story)).toEqual([flood.id])
})

it('does not offer a story to itself while its file has another address than it is given', () => {
  const moved = { ...storm, webUrl: 'https://new.example/' }
  expect(urls(alone(moved), { copies: 'offer' })).not.toContain('storm')
})

it('names the first list that holds a link, in the order of their names', () => {
  const lists = ['b', 'a', 'c'].map((name) => ({ story: aFiledStory(name), links: [photos] }))
  expect(suggestions(alone(storm), {}, lists).map(({ source }) => source)).toEqual(['_news/a.md'])
})

it('says so when only words are shared that many hold', () => {
  const storms = Array.from({ length: 60 }, (_, n) =>
    alone(aFiledStory(`s${n}`, { title: 'Storm' }))
  )
  const [first] = suggestions(alone(aFiledStory('asked', { title: 'Storm' })), {}, storms)
  expect(first?.why).toBe('Only common words shared, both without a date')
})

it('keeps to the limit', () => {
  expect(urls(alone(storm), { limit: 1 })).toEqual(['photos'])
  expect(urls(alone(storm), { limit: 0 })).toEqual([])
})

it('knows nothing to offer in a library of one, or for a story that says nothing', () => {
  expect(suggestions(alone(storm), {}, [alone(storm)])).toEqual([])
  expect(suggestions(alone(storm), {}, [])).toEqual([])
  expect(suggestions(alone(aFiledStory('nothing')))).toEqual([])
})

it('copes with stories without dates, titles and addresses, and with very long ones', () => {
  const odd = [
    aFiledStory('bare', { webUrl: null, title: 'Storm shuts a harbour in Kessel' }),
    aFiledStory('untitled', { excerpt: 'A storm in Kessel.' }),
    aFiledStory('long', { title: 'Storm '.repeat(1e5), excerpt: 'Kessel '.repeat(1e5) }),
    aFiledStory('far', { title: 'Storm, Kessel', publishedAt: 8.64e15 })
  ]
  const found = suggestions(alone(storm), {}, odd.map(alone))
  expect(found.map(({ story }) => story).sort()).toEqual(
    ['far', 'long', 'untitled'].map((name) => `_news/${name}.md`)
  )
})
