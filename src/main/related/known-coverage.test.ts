import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KnownCoverage } from './known-coverage'
import type { StoryAndLinks } from './known-story'
import { aFiledStory, aLink, hour } from './known-story.fixture'
import { suggest } from './suggest'

const title = fc.constantFrom(
  'Night ferry to Kessel delayed by the storm',
  'Storm over Kessel, ferries wait',
  'Kessel votes on a bridge',
  'Copper and ferries',
  null
)
const known = fc.record({
  title,
  excerpt: title,
  publishedAt: fc.constantFrom(null, hour(0), hour(40)),
  webUrl: fc.constantFrom(null, 'https://a.example/', 'https://b.example/', 'http://b.example')
})
const story: fc.Arbitrary<StoryAndLinks> = fc
  .tuple(fc.constantFrom('one', 'two', 'three', 'four'), known, fc.array(known, { maxLength: 4 }))
  .map(([name, own, links]) => ({ story: aFiledStory(name, own), links: links.map(aLink) }))
const step = fc.record({ removed: fc.boolean(), one: story })

it('is after any updates what it would be if built anew', () => {
  const asked = { story: aFiledStory('asked', { title: 'Storm: night ferry waits' }), links: [] }
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const updated = new KnownCoverage()
      const now = new Map<string, StoryAndLinks>()
      for (const { removed, one } of steps) {
        now.delete(one.story.id)
        if (removed) updated.remove(one.story.id)
        else {
          updated.put(one)
          now.set(one.story.id, one)
        }
      }
      const anew = new KnownCoverage()
      for (const one of [...now.values()].reverse()) anew.put(one)

      const options = { limit: 20, copies: 'offer' } as const
      expect(suggest(updated, asked, options)).toEqual(suggest(anew, asked, options))
      expect(updated.texts.count).toBe(anew.texts.count)
    }),
    { numRuns: 300 }
  )
})

it('stays as it is when thousands of changes make it build anew', () => {
  const coverage = new KnownCoverage()
  const ferry = aFiledStory('ferry', { title: 'Night ferry to Kessel' })
  const link = aLink({ title: 'The ferry of Kessel', webUrl: 'https://link.example/' })
  const first = aFiledStory('first', { title: 'Copper' })
  coverage.put({ story: first, links: [] })
  coverage.put({ story: ferry, links: [link] })
  coverage.remove(first.id)
  for (let number = 0; number < 5000; number += 1) {
    const changing = aFiledStory('changing', { title: `Kessel ferry ${number}` })
    coverage.put({ story: changing, links: [] })
  }
  const options = { limit: 20, copies: 'offer' } as const
  const found = suggest(
    coverage,
    { story: aFiledStory('x', { title: ferry.title }), links: [] },
    options
  )
  expect(found.map(({ known: { title: found } }) => found)).toEqual([
    'Night ferry to Kessel',
    'Kessel ferry 4999',
    'The ferry of Kessel'
  ])
  expect(coverage.texts.end).toBeLessThan(3000)

  coverage.remove(ferry.id)
  expect(coverage.texts.count).toBe(1)
})

it('forgets a link with the last list that held it', () => {
  const coverage = new KnownCoverage()
  const link = aLink({ title: 'Storm', webUrl: 'https://a.example/' })
  coverage.put({ story: aFiledStory('one'), links: [link, link] })
  coverage.put({ story: aFiledStory('two'), links: [link] })
  expect(coverage.texts.count).toBe(3)
  coverage.remove(aFiledStory('one').id)
  expect(coverage.texts.count).toBe(2)
  coverage.put({ story: aFiledStory('two'), links: [] })
  expect(coverage.texts.count).toBe(1)
})
