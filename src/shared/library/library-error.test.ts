import { expect, it } from 'vitest'
import { explainLibraryError, explainUnreadable } from './library-error'

it('says of a folder outside of what may be opened how to open it all the same', () => {
  expect(explainLibraryError({ code: 'outside', folder: '/srv/news site' })).toBe(
    'Storydesk opens folders in your home folder and the one it was started with. To open this one, start it with that folder: npm start -- "/srv/news site"'
  )
})

it.each([
  [['_news'], 'The folder _news cannot be read, so its stories are missing here.'],
  [['a', 'b'], 'The folders a and b cannot be read, so their stories are missing here.'],
  [['a', 'b', 'c'], 'The folders a, b and c cannot be read, so their stories are missing here.'],
  [
    ['a', 'b', 'c', 'd', 'e'],
    'The folders a, b, c and 2 more cannot be read, so their stories are missing here.'
  ]
])('names the folders %j that cannot be read', (folders, sentence) => {
  expect(explainUnreadable(folders).fact).toBe(sentence)
})
