import { expect, it } from 'vitest'
import { ask } from './question'
import { TextIndex, type TextWords } from './text-index'

const text = (title: string, excerpt = ''): TextWords => ({
  title: title.split(' '),
  excerpt: excerpt === '' ? [] : excerpt.split(' ')
})

/** How alike each text is to the first, in an index of all of them. */
function likenesses(...texts: readonly TextWords[]): readonly number[] {
  const index = new TextIndex()
  for (const each of [...texts, text('copper'), text('glacier')]) index.add(each)
  const [first = text('')] = texts
  return texts.map((_, place) => ask(index, first).likenessTo(place))
}

it('is 1.8 to the same text and 0 to one that shares nothing', () => {
  const [same, other] = likenesses(text('night ferry', 'storm over kessel'), text('copper prices'))
  expect(same).toBeCloseTo(1.8)
  expect(other).toBe(0)
})

it.each([
  ['more words', text('kessel bridge night'), text('kessel market')],
  ['words in the same order', text('kessel bridge vote'), text('vote bridge kessel')],
  ['words in the title', text('kessel'), text('glacier', 'kessel')],
  ['rarer words', text('bridge x'), text('kessel x')],
  ['words in the same order, in the title', text('kessel bridge'), text('x', 'kessel bridge')],
  ['less besides', text('kessel'), text('kessel of fifteen other words and more of them')]
])('is higher for sharing %s', (_, more, less) => {
  const asked = text('kessel bridge vote tonight')
  const [, first = 0, second = 0] = likenesses(asked, more, less, text('kessel'), text('kessel'))
  expect(first).toBeGreaterThan(second)
})

it('counts pairs of the excerpt too', () => {
  const asked = text('x', 'kessel bridge vote')
  const [, ordered = 0, shuffled = 0] = likenesses(
    asked,
    text('y', 'kessel bridge vote'),
    text('y', 'vote bridge kessel')
  )
  expect(ordered).toBeGreaterThan(shuffled)
})

it('gathers points for all that share a word, and for rare words only when told to stop', () => {
  const index = new TextIndex()
  const many = Array.from({ length: 50 }, () => index.add(text('kessel')))
  const rare = index.add(text('bridge'))
  const question = ask(index, text('kessel bridge'))
  const pointed = (points: Float64Array) =>
    [...points.keys()].filter((place) => points[place] !== 0)

  expect(pointed(question.gather(1000))).toEqual([...many, rare])
  expect(pointed(question.gather(0))).toEqual([rare])
})
