import { expect, it } from 'vitest'
import { settleOrder } from './settle-order'
import { aStory } from './story.builder'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aStory({ id }))
const at = (...stories: readonly (typeof a)[]) => stories.flatMap((story) => story ?? [])
const names = (...args: Parameters<typeof settleOrder>) => settleOrder(...args).map(({ id }) => id)

it('keeps a story in its place when it would sort elsewhere now, with its new values', () => {
  const better = aStory({ id: 'c', quality: 99 })
  expect(settleOrder(at(a, b, c), at(better, a, b))).toEqual(at(a, b, better))
})

it('drops what is no longer found', () => {
  expect(names(at(a, b, c), at(c, a))).toEqual(['a', 'c'])
})

it('puts newcomers behind the story that they follow', () => {
  expect(names(at(a, b), at(a, c, d, b))).toEqual(['a', 'c', 'd', 'b'])
  expect(names(at(b, a), at(c, a, d, b))).toEqual(['c', 'b', 'a', 'd'])
  expect(names([], at(b, a))).toEqual(['b', 'a'])
})
