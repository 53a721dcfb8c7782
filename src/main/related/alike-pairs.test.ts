import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alikePairs } from './alike-pairs'
import { fingerprintOf } from './fingerprint'
import { createGroups } from './groups'
import type { KnownStory } from './known-story'
import { aLink, hour } from './known-story.fixture'

const neverRare = () => false
const pairsOf = (stories: readonly KnownStory[]) =>
  alikePairs(stories.map(fingerprintOf), neverRare).map(({ a, b }) => [a, b])

/** Which stories are together, by title and address, whatever order they came in. */
function groupsOf(stories: readonly KnownStory[]) {
  const groups = createGroups(stories.length)
  for (const [a = 0, b = 0] of pairsOf(stories)) groups.join(a, b)
  const members = new Map<number, string[]>()
  stories.forEach(({ title, webUrl }, at) => {
    const group = groups.groupOf(at)
    members.set(group, [...(members.get(group) ?? []), `${title} ${webUrl}`])
  })
  return [...members.values()].map((names) => names.sort().join(', ')).sort()
}

it('names the fewest pairs that hold a group together, with the first of it', () => {
  const same = aLink({ webUrl: 'https://a.example/1' })
  const other = aLink({ webUrl: 'https://a.example/2' })
  expect(pairsOf([same, other, same, same, other])).toEqual([
    [0, 2],
    [0, 3],
    [1, 4]
  ])
})

it('holds a group together by its best reasons', () => {
  const title = 'Night ferry to Kessel delayed by the storm'
  const found = alikePairs(
    [
      aLink({ title, publishedAt: hour(0), webUrl: 'https://a.example/1' }),
      aLink({ title, publishedAt: hour(1), webUrl: 'https://a.example/2' }),
      aLink({ title, publishedAt: hour(2), webUrl: 'https://a.example/1/' })
    ].map(fingerprintOf),
    neverRare
  )
  expect(found.map(({ a, b, tier }) => `${a} ${b} ${tier}`)).toEqual([
    '0 2 same-page',
    '0 1 same-title'
  ])
})

it('copes with thousands that are all the same', () => {
  const same = aLink({ title: 'Night ferry to Kessel delayed by the storm' })
  expect(pairsOf(Array.from({ length: 3000 }, () => same))).toHaveLength(2999)
})

it('finds the same groups in any order', () => {
  const known = fc.record({
    id: fc.constant(null),
    title: fc.constantFrom(
      'Night ferry to Kessel delayed by the storm',
      'Night ferry to Kessel is delayed by storm',
      'Kessel votes on four bridges today'
    ),
    excerpt: fc.constant(null),
    publishedAt: fc.constantFrom(hour(0), hour(60), hour(120)),
    webUrl: fc.constantFrom(null, 'https://a.example/1', 'https://a.example/2'),
    ampWebUrl: fc.constant(null)
  })
  const shuffled = fc
    .array(known, { maxLength: 12 })
    .chain((stories) =>
      fc.tuple(fc.constant(stories), fc.shuffledSubarray(stories, { minLength: stories.length }))
    )
  fc.assert(
    fc.property(shuffled, ([stories, other]) => {
      expect(groupsOf(other)).toEqual(groupsOf(stories))
    })
  )
})
