import { expect, it } from 'vitest'
import { diffVersions } from './diff-versions'

const file = (frontMatter: string, body = '') => Buffer.from(`---\n${frontMatter}\n---\n${body}`)

it.each([
  ['nothing of the same bytes', file('quality: 5'), file('quality: 5'), []],
  [
    'which fields and whether the text changed',
    file('quality: 5', 'Old'),
    file('quality: 6', 'New'),
    ['Quality: 6, was 5', 'Text: changed']
  ],
  [
    'that only the spelling changed',
    file('title: "a" # sic'),
    file("title: 'a'"),
    ['Spelling: changed, the values are the same']
  ],
  [
    'that a file can be read again',
    file('title: "a'),
    file('title: a'),
    ['File: can be read, could not before']
  ]
])('says %s', (_, before, after, words) => {
  expect(diffVersions(before, after).map((row) => row.words)).toEqual(words)
})

it('says where a file cannot be read any more', () => {
  expect(diffVersions(file('a: 1'), Buffer.from('---\na: "x\n'))).toMatchObject([
    { field: '', words: expect.stringMatching(/^File: can no longer be read \(line \d+: ./) }
  ])
})
