import { expect, it } from 'vitest'
import { duplicatesInList, findDuplicates, rarityOf } from './duplicates'
import type { StoryAndLinks } from './known-story'
import { aFiledStory, aLink, hour } from './known-story.fixture'

const titled = {
  title: 'Night ferry to Kessel delayed by the storm',
  excerpt: 'The night ferry was held back in Kessel harbour.',
  publishedAt: hour(0)
}
const ferry = aFiledStory('ferry', titled)
const copy = aFiledStory('copy', titled)
const bridge = aFiledStory('bridge', {
  title: 'Kessel votes on a new bridge',
  publishedAt: hour(0)
})
const copperLink = aLink({ title: 'Copper falls', webUrl: 'https://copper.example/1' })

const alone = (story: StoryAndLinks['story']): StoryAndLinks => ({ story, links: [] })
const shortOf = (library: readonly StoryAndLinks[]) =>
  findDuplicates(library).map(({ tier, a, b }) => {
    const spots = [a, b].map((spot) =>
      spot.kind === 'story' ? spot.story : `${spot.of}#${spot.at}`
    )
    return `${tier} ${spots.join(' ')}`
  })

it('finds stories that are one report', () => {
  expect(findDuplicates([alone(ferry), alone(bridge), alone(copy)])).toEqual([
    {
      tier: 'same-title',
      why: 'The same title, within an hour.',
      a: { kind: 'story', story: ferry.id },
      b: { kind: 'story', story: copy.id }
    }
  ])
})

it('finds an address that a list holds twice, by its places', () => {
  const links = [copperLink, aLink({ webUrl: 'https://x.example/' }), copperLink]
  expect(shortOf([{ story: bridge, links }])).toEqual([
    'same-page _news/bridge.md#0 _news/bridge.md#2'
  ])
})

it('finds links to a story in its own list, by page and by title', () => {
  const links = [
    aLink({ ...titled, webUrl: 'https://paper.example/ferry' }),
    copperLink,
    aLink({ webUrl: 'http://ferry.example/report#top' })
  ]
  expect(shortOf([{ story: ferry, links }])).toEqual([
    'same-page _news/ferry.md _news/ferry.md#2',
    'same-title _news/ferry.md _news/ferry.md#0'
  ])
})

it('does not report a link for being in many lists, or for being a story elsewhere', () => {
  const toCopy = aLink({ ...titled, webUrl: copy.webUrl })
  expect(
    shortOf([
      { story: bridge, links: [copperLink, toCopy] },
      { story: copy, links: [copperLink] }
    ])
  ).toEqual([])
})

it('finds the same in one list alone, with words that are rare in the library', () => {
  const near = { ...titled, title: 'Night ferry to Lessel delayed by the storm' }
  const links = [aLink({ ...titled, webUrl: 'https://a.example/' }), aLink(near)]
  const one = { story: bridge, links }
  const many = Array.from({ length: 3 }, () => [ferry, aFiledStory('lessel', near)]).flat()

  expect(duplicatesInList(one, rarityOf(many)).map(({ tier, a, b }) => [tier, a, b])).toEqual([
    ['near', { kind: 'link', of: bridge.id, at: 0 }, { kind: 'link', of: bridge.id, at: 1 }]
  ])
  expect(duplicatesInList(one, rarityOf([ferry, bridge]))).toEqual([])
})

it('tells links apart by all that they say', () => {
  const links = [0, 100].map((hours) => aLink({ ...titled, publishedAt: hour(hours) }))
  expect(shortOf([{ story: bridge, links }])).toEqual([])
})

it('copes with stories and links that say nothing', () => {
  const nothing = aFiledStory('nothing', { webUrl: null })
  expect(shortOf([{ story: nothing, links: [aLink(), aLink()] }, alone(ferry)])).toEqual([])
  expect(findDuplicates([])).toEqual([])
})
