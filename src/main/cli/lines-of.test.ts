import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { linesOf } from './lines-of'

const linesFrom = async (chunks: readonly (string | Uint8Array)[]) => {
  const lines: string[] = []
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line)
  return lines
}

it.each<[name: string, chunks: readonly (string | Uint8Array)[], lines: readonly string[]]>([
  ['nothing', [], []],
  ['lines, the last one without an end', ['a\nb'], ['a', 'b']],
  ['lines that are cut in two', ['a', 'b\nc', 'd\n'], ['ab', 'cd']],
  ['blank lines', ['\n\na\n'], ['', '', 'a']],
  ['a letter that is cut in two', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ['é']],
  [
    'characters that end lines elsewhere',
    ['a\u2028b\u2029c\rd\u0085e\n'],
    ['a\u2028b\u2029c\rd\u0085e']
  ],
  ['a line that is not UTF-8', [Buffer.from([0x61, 0xff, 0x0a, 0x62])], ['\uFFFD', 'b']]
])('reads %s', async (_, chunks, lines) => {
  expect(await linesFrom(chunks)).toEqual(lines)
})
