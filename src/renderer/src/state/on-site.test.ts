import { expect, it } from 'vitest'
import { onSite, onSiteWords } from './on-site'
import { aStory } from './story.builder'

const problem = { code: 'bad-yaml', line: 3, column: 1, message: 'A quote is not closed.' } as const

it('counts what the site shows, and why it does where no file asks for it', () => {
  const counts = onSite([
    aStory({ published: true }),
    aStory({ published: false }),
    aStory({ published: null, onSite: true, problem }),
    aStory({ published: null, onSite: false, problem }),
    aStory({ published: false, onSite: true }),
    aStory({ published: null, onSite: true })
  ])

  expect(counts).toEqual({ all: 4, byMistake: 2, unsaid: 1 })
  expect(onSiteWords(counts)).toBe(
    '4 on the site, 2 of them by mistake, 1 because the file does not say. As a search: is:onsite'
  )
  expect(onSiteWords(onSite([]))).toBe('0 on the site. As a search: is:onsite')
})
