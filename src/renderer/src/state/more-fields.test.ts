import { expect, it } from 'vitest'
import type { JsonObject } from '#shared/json'
import { moreFields, summaryOf } from './more-fields'
import { aStory } from './story.builder'

const fieldsOf = (data: JsonObject) =>
  moreFields({ story: aStory(), data, links: [], bodyLength: 0, excerptOfSource: null })

it('has a place for every field that a story may have, also where the file does not say', () => {
  const { texts, kept } = fieldsOf({ title: 'Tides', provider: { name: 'Tern & Tide' } })

  expect(texts).toHaveLength(9)
  expect(texts.filter(({ value }) => value !== undefined)).toMatchObject([
    { name: 'provider/name', value: 'Tern & Tide' }
  ])
  expect(kept).toEqual([{ label: 'File', text: 'tides.md', isLocked: false }])
})

it('keeps as they are: odd values, unknown keys, and what is secured without showing it', () => {
  const { texts, kept } = fieldsOf({
    webUrl: 7,
    images: 'none',
    tags: ['kessel', 'grid'],
    removed: { by: 'robot' },
    secured: 'q83vASNF'
  })

  expect(texts.some(({ name }) => name === 'webUrl')).toBe(false)
  expect(kept.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Address: 7',
    'Pictures: none',
    'tags: kessel, grid',
    'removed: {"by":"robot"}',
    'secured: Encrypted',
    'File: tides.md'
  ])
})

it('counts pictures where there are several', () => {
  const { pictures, logos } = fieldsOf({
    provider: { images: [{ url: 'logo.png' }] },
    images: [{ url: 'a.png', width: 3, isCached: true }, { url: 'b.png' }]
  })

  expect(pictures).toMatchObject([
    { base: 'images/0', label: 'Picture 1', url: 'a.png', width: 3, isCached: true },
    { base: 'images/1', label: 'Picture 2', url: 'b.png' }
  ])
  expect(logos).toMatchObject([{ base: 'provider/images/0', label: 'Logo', url: 'logo.png' }])
  expect(fieldsOf({ images: 'none' }).pictures).toBeNull()
})

it('sums up what the file says', () => {
  const fields = fieldsOf({ webUrl: 'https://a.example', ampWebUrl: 'https://b.example' })
  expect(summaryOf(fields)).toBe('Address, AMP, file')
  expect(summaryOf(fieldsOf({ webUrl: 'https://a.example', type: 'article', x: 1, y: 2 }))).toBe(
    'Address, type, x and 2 more fields'
  )
})
