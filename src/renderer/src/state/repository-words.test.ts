import { expect, it } from 'vitest'
import { repositoryWords } from './repository-words'

const repository = { branch: 'main', commit: '0123456789', ahead: 0, behind: 0, busy: null }

it.each([
  [repository, 'main'],
  [{ ...repository, ahead: 2, behind: 1200 }, 'main · 2 ahead · 1,200 behind'],
  [{ ...repository, ahead: null, behind: null }, 'main'],
  [{ ...repository, branch: null, behind: 1 }, 'no branch, at 0123456 · 1 behind'],
  [{ ...repository, commit: null }, 'main · no commit yet']
])('says where a library stands', (where, words) => {
  expect(repositoryWords(where)).toBe(words)
})
