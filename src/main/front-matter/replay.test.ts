import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonPatch } from '#shared/json'
import { sharedData } from '../../../test/shared-data'
import { patchFrontMatter } from './patch'
import { readFrontMatter } from './read'
import { applyEdits } from './text-edit'

type Case = {
  readonly id: string
  readonly match: 'exact' | 'insert' | 'delete-block'
  readonly before: string
  readonly expected_after: string
  readonly expected_without_inserts?: string
  readonly patch: JsonPatch
  readonly free?: readonly (readonly [start: number, end: number, quote: string])[] | null
}

const folder = sharedData('replay')
const cases: readonly Case[] =
  folder === null
    ? []
    : readFileSync(join(folder, 'cases.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')
const dateFields = ['publishedDateTime', 'updatedDateTime']

describe.skipIf(folder === null)('edits that newsrooms made', () => {
  it.each(cases)('$id comes out as it was made', ({ match, before, patch, ...wanted }) => {
    const read = readFrontMatter(Buffer.from(before, 'base64'))
    if (read.kind !== 'front-matter') throw new Error(read.problem.message)

    const patched = patchFrontMatter(read.frontMatter, patch, { dateFields })

    if (!patched.ok) throw new Error(patched.error.message)
    const { text, inverse } = patched.value
    expect(applyEdits(text, inverse).text).toBe(decode(before))
    const expected = decode(wanted.expected_after)
    if (text === expected) return
    if (match === 'insert') {
      const lines = text.split(/(?<=\n)/)
      const kept = decode(wanted.expected_without_inserts ?? '').split(/(?<=\n)/)
      let next = 0
      for (const line of lines) if (line === kept[next]) next += 1
      expect(next).toBe(kept.length)
      expect(lines.length).toBeLessThanOrEqual(expected.split(/(?<=\n)/).length + 2)
    } else if (match === 'delete-block') {
      const lines = (t: string): readonly string[] => t.split('\n').filter((line) => line.trim())
      expect(lines(text)).toEqual(lines(expected))
    } else expect(wanted.free ?? text).not.toBe(text)
  })
})
