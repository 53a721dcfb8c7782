import { expect, it } from 'vitest'
import { refusal } from './link-moves'
import { aStory } from './story.builder'

const link = (webUrl: string) => ({ webUrl })
const tides = aStory({ webUrl: 'https://a.example/tides' })

it('gives no story a link that it has already, or that leads to it', () => {
  const links = [link('https://b.example/1'), link('https://www.b.example/2/?utm_source=x')]

  expect(refusal(link('https://b.example/2'), tides, links)).toBe('Link 2 already')
  expect(refusal(link('http://m.a.example/tides#top'), tides, links)).toBe('The story itself')
  expect(refusal(link('https://b.example/3'), tides, links)).toBeNull()
  expect(refusal({ webUrl: null }, tides, [{ webUrl: null }])).toBeNull()
})
