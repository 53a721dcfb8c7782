import { expect, it } from 'vitest'
import { explainLibraryError } from './library-error'

it('says of a folder outside of what may be opened how to open it all the same', () => {
  expect(explainLibraryError({ code: 'outside', folder: '/srv/news site' })).toBe(
    'Storydesk opens folders in your home folder and the one it was started with. To open this one, start it with that folder: npm start -- "/srv/news site"'
  )
})
