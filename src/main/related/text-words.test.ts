import { expect, it } from 'vitest'
import { aLink } from './known-story.fixture'
import { textWordsOf } from './text-words'

it('are those of title and excerpt, the title without what outlets add', () => {
  const known = aLink({ title: 'UPDATE 1-Two ferries | Kessel Post', excerpt: 'Storms, tides' })
  expect(textWordsOf(known)).toEqual({ title: ['2', 'ferry'], excerpt: ['storm', 'tide'] })
  expect(textWordsOf(aLink())).toEqual({ title: [], excerpt: [] })
})

it('are not too many, however long the texts are', () => {
  const { title, excerpt } = textWordsOf(
    aLink({ title: '新聞'.repeat(1e5), excerpt: 'a '.repeat(1e6) })
  )
  expect([title.length, excerpt.length]).toEqual([60, 200])
})
