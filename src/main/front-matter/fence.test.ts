import { expect, it } from 'vitest'
import { readFrontMatter, readText } from './read'

const read = (text: string) => readFrontMatter(Buffer.from(text))

it.each([
  ['nothing', ''],
  ['no line end', '---'],
  ['four dashes', '----\na: b\n---\n'],
  ['a blank before', ' ---\na: b\n---\n'],
  ['a language', '---js\n{a: 1}\n---\n'],
  ['a spaced language', '--- js\n{a: 1}\n---\n'],
  ['lone carriage returns', '---\ra: b\r---\r'],
  ['a line before', '\n---\na: b\n---\n'],
  ['a no-break space', '---\u00a0\na: b\n---\n'],
  ['UTF-16', '\u0000-\u0000-\u0000-']
])('sees no front matter behind %s', (_, text) => {
  expect(read(text)).toMatchObject({
    kind: 'none',
    problem: { code: 'no-front-matter', line: 1, column: 1 }
  })
})

it.each([
  ['a plain fence', '---\na: b\n---\nBody\n', 'Body\n'],
  ['blanks behind fences', '--- \t\na: b\n---  \nBody', 'Body'],
  ['dots', '---\na: b\n...\nBody', 'Body'],
  ['Windows line ends', '---\r\na: b\r\n---\r\nBody', 'Body'],
  ['blank lines after it', '---\na: b\n---\n\n \n\tBody', '\tBody'],
  ['nothing after it', '---\na: b\n---', ''],
  ['white space to the end', '---\na: b\n---\n \n ', ''],
  ['a fence with text before the real one', '---\na: |\n  ---\n---x: 1\n---\nBody', 'Body'],
  ['another fence in the body', '---\na: b\n---\nBody\n---\nc: d\n---\n', 'Body\n---\nc: d\n---\n'],
  ['an empty front matter', '---\n---\nBody', 'Body']
])('finds the body behind %s', (_, text, body) => {
  const result = read(text)

  if (result.kind !== 'front-matter') throw new Error(result.problem.message)
  expect(text.slice(result.frontMatter.bodyStart)).toBe(body)
})

it.each([
  ['no fence', '---\na: b\n'],
  ['an indented fence', '---\na: b\n ---\n'],
  ['a fence with text', '---\na: b\n--- c\n']
])('misses the end behind %s', (_, text) => {
  expect(read(text)).toMatchObject({ kind: 'problem', problem: { code: 'unterminated', line: 1 } })
})

it('reads the first of several documents, and says so', () => {
  const result = readText('---\na: b\n--- # two\na: [\n---\n')

  expect(result).toMatchObject({
    kind: 'front-matter',
    frontMatter: {
      data: new Map([['a', 'b']]),
      warnings: [{ code: 'several-documents', line: 3, column: 1 }]
    }
  })
})
