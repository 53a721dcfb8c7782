import { expect, it } from 'vitest'
import { stringifyExact } from '../front-matter/value'
import { showStory } from './show'

it('shows a story as Jekyll reads it, with exact numbers and the length of the body in bytes', () => {
  const bytes = Buffer.from(
    '---\ntitle: 12:30\nquality: 9007199254740993\nat: 2026-01-02\n---\n\nBödy\n'
  )

  expect(
    JSON.parse(stringifyExact(showStory(bytes, '_news/a.md')).replace('9007199254740993', '1'))
  ).toEqual({
    story: '_news/a.md',
    version: expect.stringMatching(/^[0-9a-f]{64}$/),
    kind: 'story',
    data: { title: 45000, quality: 1, at: '2026-01-02' },
    body: 6,
    problem: null
  })
  expect(stringifyExact(showStory(bytes, 'a.md'))).toContain('"quality":9007199254740993,')
})

it.each([
  ['a story that cannot be read', '---\ntitle: "open\n---\n', 'problem', 'open-quote'],
  ['a file without front matter', 'Hello\n', 'not-a-story', 'no-front-matter']
])('says why of %s', (_, text, kind, code) => {
  expect(showStory(Buffer.from(text), 'a.md')).toMatchObject({
    kind,
    data: null,
    body: null,
    problem: { code, line: expect.any(Number), column: expect.any(Number) }
  })
})
