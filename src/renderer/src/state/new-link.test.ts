import { expect, it } from 'vitest'
import { linkToStory } from '#shared/story/link-to-story'
import type { LinkKey } from '#shared/story/story'
import { applyLinkOps } from './link-ops'
import { placeByQuality, shownLink } from './new-link'

const scored = (...scores: readonly (number | null)[]) =>
  scores.map((quality, index) => ({ key: `1:${index}` as LinkKey, quality }))

it('says of a story what its siblings say, in their order', () => {
  const link = linkToStory({
    quality: 80,
    title: 'Tides',
    published: true,
    secured: 'x',
    related: [],
    webUrl: 'https://a.example',
    excerpt: null,
    provider: { name: 'Tern & Tide', domain: 'a.example', images: [{ url: 'b.png' }] },
    images: [{ url: 'c.png', width: 3 }]
  })

  expect(Object.entries(link)).toEqual([
    ['title', 'Tides'],
    ['webUrl', 'https://a.example'],
    ['provider', { name: 'Tern & Tide', domain: 'a.example' }],
    ['quality', 80],
    ['images', [{ url: 'c.png', width: 3 }]]
  ])
  expect(shownLink(link)).toMatchObject({
    key: '1:https://a.example',
    provider: 'Tern & Tide',
    image: 'c.png',
    excerpt: null
  })
})

it.each<[quality: number | null, index: number]>([
  [150, 0],
  [130, 2],
  [125, 2],
  [100, 4],
  [10, 4],
  [null, 5]
])('puts a link of quality %s where the order by quality has it', (quality, index) => {
  const links = scored(140, 130, 120, 100, null)
  expect(placeByQuality(links, quality)).toEqual({
    after: links[index - 1]?.key ?? null,
    before: links[index]?.key ?? null
  })
})

it('shows a new link at its place, last where that is gone, and not twice once it is saved', () => {
  const first = shownLink({ webUrl: 'https://a.example', title: 'a' })
  const add = (before: string | null, twins = 1) =>
    applyLinkOps(
      [first],
      [
        {
          kind: 'add',
          link: { webUrl: 'https://a.example', title: 'b' },
          before: before as LinkKey | null,
          after: null,
          twins
        }
      ]
    ).map(({ key, title }) => [key, title])

  expect(add('1:https://a.example')).toEqual([
    ['1:https://a.example', 'b'],
    ['2:https://a.example', 'a']
  ])
  expect(add('1:gone')).toEqual([
    ['1:https://a.example', 'a'],
    ['2:https://a.example', 'b']
  ])
  expect(add(null, 0)).toEqual([['1:https://a.example', 'a']])
})
