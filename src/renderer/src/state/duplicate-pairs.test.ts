import { expect, it } from 'vitest'
import { aDesk } from './desk.builder'
import { keepOne, pairsToCompare } from './duplicate-pairs'
import { aStory } from './story.builder'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aStory({ id, published: id > 'b' })) as [
  ReturnType<typeof aStory>,
  ReturnType<typeof aStory>,
  ReturnType<typeof aStory>,
  ReturnType<typeof aStory>
]
const stories = new Map([a, b, c, d].map((story) => [story.id, story]))
const pair = (one: typeof a, other: typeof a) => ({ a: one.id, b: other.id, why: 'Same page.' })

it('looks at the pairs of the open story, or at all, what is on the site first', () => {
  const library = { stories, duplicatePairs: [pair(a, b), pair(c, d), pair(b, c)] }
  const keys = (current: typeof a | null) =>
    pairsToCompare(library, current?.id ?? null).map(({ key }) => key)

  expect(keys(a)).toEqual(['a b'])
  expect(keys(b)).toEqual(['b c', 'a b'])
  expect(keys(null)).toEqual(['c d', 'b c', 'a b'])
})

it('leaves out stories that are gone', () => {
  const gone = aStory({ id: 'gone' })

  expect(pairsToCompare({ stories, duplicatePairs: [pair(a, gone)] }, a.id)).toEqual([])
})

it('takes the other one off the site, if it is there', async () => {
  const asked: unknown[] = []
  const { desk } = await aDesk([a, d], (method, params) => {
    if (method === 'story.change') {
      asked.push(params)
      return { ok: true, value: d }
    }
    return method === 'story.read' ? { ok: false, error: { code: 'not-found', id: d.id } } : null
  })

  expect(keepOne(desk, a)).toBe('Tides is not on the site')
  expect(asked).toEqual([])
  expect(keepOne(desk, d)).toBe('Tides, unpublished')
  await new Promise((done) => setTimeout(done))
  expect(asked).toEqual([
    { id: 'd', change: { kind: 'set', field: 'published', was: true, value: false }, fold: null }
  ])
})
