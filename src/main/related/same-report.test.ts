import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from './fingerprint'
import type { KnownStory } from './known-story'
import { aLink, hour } from './known-story.fixture'
import { likenessOf } from './same-report'
import type { WordRarity } from './word-rarity'

const neverRare = () => false
const alwaysRare = () => true
const compare = (a: KnownStory, b: KnownStory, isRare: WordRarity = neverRare) =>
  likenessOf(fingerprintOf(a), fingerprintOf(b), isRare)

const excerpt = 'The night ferry was held back in Kessel harbour until the storm had passed.'
const ferry = aLink({
  title: 'Night ferry to Kessel delayed by the storm',
  excerpt,
  publishedAt: hour(0),
  webUrl: 'https://a.example/ferry'
})
const elsewhere = { ...ferry, webUrl: 'https://b.example/other' }

describe('two are one', () => {
  it.each([
    [
      'that lead to the same page, whatever else they say',
      { ...aLink(), webUrl: 'http://www.a.example/ferry/?utm_source=x', publishedAt: hour(9000) },
      { tier: 'same-page', why: 'Both lead to the same page, a.example/ferry.' }
    ],
    [
      'with the same title',
      { ...elsewhere, title: 'UPDATE 1-Night ferry to Kessel delayed by the storm | Kessel Post' },
      { tier: 'same-title', why: 'The same title, within an hour.' }
    ],
    [
      'with the same title, days apart',
      { ...elsewhere, publishedAt: hour(70) },
      { tier: 'same-title', why: 'The same title, 3 days apart.' }
    ],
    [
      'with nearly the same title and excerpt',
      { ...elsewhere, title: 'Night ferry to Kessel delayed by a storm', publishedAt: hour(5) },
      { tier: 'near', why: 'Titles 77 % alike, excerpts too, 5 hours apart.' }
    ]
  ])('%s', (_, other, likeness) => {
    expect(compare(ferry, other)).toEqual(likeness)
  })

  it('that are the same report of a wire', () => {
    const usa = aLink({ webUrl: 'https://www.reuters.com/article/tides-idUSKBN27Z0GI' })
    const africa = aLink({ webUrl: 'https://af.reuters.com/article/idAFKBN27Z0GI' })
    expect(compare(usa, africa)).toEqual({
      tier: 'same-work',
      why: 'Both are report KBN27Z0GI of Reuters.'
    })
  })

  it('that have the same title and both no date', () => {
    const undated = { ...ferry, publishedAt: null }
    expect(compare(undated, { ...elsewhere, publishedAt: null })?.why).toBe(
      'The same title, both without a date.'
    )
    expect(compare(undated, elsewhere)).toBeNull()
  })

  it('by the AMP address only where there is no other', () => {
    const amp = 'https://live.example/amp/blog'
    const post = (webUrl: string | null) => aLink({ webUrl, ampWebUrl: amp })
    expect(compare(post(null), post('https://live.example/blog'))?.tier).toBe('same-page')
    expect(compare(post('https://live.example/1'), post('https://live.example/2'))).toBeNull()
  })
})

describe('two are not one', () => {
  it.each([
    ['more than three days apart', { ...elsewhere, publishedAt: hour(73) }],
    ['with fewer words than four', { ...elsewhere, title: 'Night ferry delayed' }],
    ['without titles and addresses', aLink({ publishedAt: hour(0) })]
  ])('%s', (_, other) => {
    const sameTitle = { ...ferry, title: other.title }
    expect(compare(sameTitle, other)).toBeNull()
  })

  it.each([
    ['other numbers', 'Night ferry 46 to Kessel delayed by the storm'],
    ['another weekday', 'Night ferry to Kessel delayed by the storm Friday'],
    ['a title of other words', 'Kessel council votes on the budget for schools']
  ])('with %s', (_, title) => {
    expect(compare(ferry, { ...elsewhere, title })).toBeNull()
  })

  it('with nearly the same title and an excerpt about something else', () => {
    const title = 'Night ferry to Kessel delayed by a storm'
    const other = { ...elsewhere, title, excerpt: 'Copper prices fell to their lowest since May.' }
    expect(compare(ferry, other)).toBeNull()
  })

  it('for having no address', () => {
    expect(compare(aLink({ title: 'Copper falls' }), aLink({ title: 'Tides rise' }))).toBeNull()
  })

  it('when each title has a rare word of its own', () => {
    const other = { ...elsewhere, title: 'Night ferry to Lessel delayed by the storm' }
    expect(compare(ferry, other)?.tier).toBe('near')
    expect(compare(ferry, other, alwaysRare)).toBeNull()
  })
})

it('compares both ways round alike', () => {
  const text = fc.constantFrom(
    null,
    'Night ferry to Kessel delayed by the storm',
    'Night ferry to Kessel is delayed by storm',
    'Night ferry to Lessel delayed by the storm',
    'Night ferry 2 to Kessel delayed by the storm'
  )
  const known = fc.record({
    id: fc.constant(null),
    title: text,
    excerpt: text,
    publishedAt: fc.constantFrom(null, hour(0), hour(50), hour(100)),
    webUrl: fc.constantFrom(null, 'https://a.example/1', 'https://a.example/2'),
    ampWebUrl: fc.constantFrom(null, 'https://a.example/1/amp')
  })
  fc.assert(
    fc.property(known, known, (a, b) => {
      const isRare = (word: string) => word === 'lessel' || word === 'kessel'
      expect(compare(a, b, isRare)).toEqual(compare(b, a, isRare))
    }),
    { numRuns: 1000 }
  )
})
