import { expect, it } from 'vitest'
import { pageOf, repeatedLinks } from './link-marks'

const link = (title: string, webUrl: string | null) => ({ title, webUrl })
const story = link('Tides turn early', 'https://ternandtide.example/tides')

it('names the link above or the story that a link repeats', () => {
  const marks = repeatedLinks(
    [
      link('Cable laid', 'https://a.example/cable'),
      link('Cable laid at last', 'http://www.a.example/cable/?utm_source=x#top'),
      link('“Cable laid”', 'https://b.example/other'),
      link('cable  LAID', 'https://c.example/third'),
      link('Tides turn early', 'https://d.example/tides'),
      link('Something else', 'https://amp.ternandtide.example/tides/amp')
    ],
    story
  )

  expect([...marks]).toEqual([
    [1, { words: 'Same work as link 1', of: 0 }],
    [3, { words: 'Same title as link 1', of: 0 }],
    [4, { words: 'Same title as this story', of: null }],
    [5, { words: 'Same work as this story', of: null }]
  ])
})

it('compares nothing that is missing', () => {
  const empty = { title: null, webUrl: null }
  expect(repeatedLinks([empty, empty, link('', '')], empty).size).toBe(0)
})

it('keeps pages apart that only their question tells apart', () => {
  expect(pageOf('https://a.example/story?id=1')).not.toBe(pageOf('https://a.example/story?id=2'))
  expect(pageOf('https://a.example/story?b=2&a=1')).toBe(pageOf('https://a.example/story?a=1&b=2'))
  expect(pageOf('javascript:alert(1)')).toBeNull()
})
