import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject, JsonPatch } from '#shared/json'
import { sharedData } from '../../../test/shared-data'
import { patchFrontMatter } from './patch'
import { type ReadResult, readFrontMatter } from './read'
import { toJson } from './value'

type Edit = {
  readonly patch: JsonPatch
  readonly expect?: readonly Swap[]
  readonly expect_any?: readonly (readonly Swap[])[]
  readonly insert_line?: string
  readonly refuse?: boolean
  readonly or_refuse?: boolean
  readonly any?: boolean
}
type Swap = readonly [old: string, new_: string]
type Expectation = {
  readonly name: string
  readonly must: 'article' | 'problem' | 'not-article' | 'either'
  readonly also?: string
  readonly line?: number
  readonly show?: JsonObject
  readonly edits: readonly Edit[]
}

const folder = sharedData('hazards')
const expectations: readonly Expectation[] =
  folder === null ? [] : JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8'))
const bytesOf = (name: string): Buffer => readFileSync(join(folder ?? '', 'files', name))

describe.skipIf(folder === null)('hostile and odd stories', () => {
  it('are all expected', () => {
    expect(expectations.map(({ name }) => name).sort()).toEqual(
      readdirSync(join(folder ?? '', 'files')).sort()
    )
  })

  it.each(expectations)('$name is read as expected', ({ name, must, also, line, show }) => {
    const read = readFrontMatter(bytesOf(name))

    expect(kindsOf(must, also)).toContain(read.kind)
    if (read.kind === 'problem' && must === 'problem' && line !== undefined) {
      expect(read.problem).toMatchObject({ line: expect.toSatisfy((n) => Math.abs(n - line) <= 1) })
    }
    if (read.kind === 'front-matter' && show !== undefined) {
      expect(toJson(read.frontMatter.data)).toMatchObject(exactly(show))
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(globalThis).not.toHaveProperty('hazardCanary')
  })

  const edits = expectations.flatMap(({ name, edits }) => edits.map((edit) => ({ name, ...edit })))
  it.each(edits)('$name is edited as expected: $patch', ({ name, patch, ...edit }) => {
    const read = readFrontMatter(bytesOf(name))
    const old = bytesOf(name).toString('utf8')

    const result = read.kind === 'front-matter' ? patchFrontMatter(read.frontMatter, patch) : null

    if (result === null || !result.ok) {
      expect({
        refused: edit.refuse === true || edit.or_refuse === true,
        read,
        result
      }).toMatchObject({
        refused: true
      })
      return
    }
    const choices = (edit.expect_any ?? (edit.expect ? [edit.expect] : [])).map((swaps) =>
      swap(old, swaps)
    )
    expect(edit.refuse).not.toBe(true)
    if (edit.insert_line !== undefined) {
      expect(result.value.text.split('\n')).toContain(edit.insert_line.trimEnd())
      expect(result.value.text.replace(edit.insert_line, '')).toBe(old)
    } else if (!edit.any) expect(choices).toContain(result.value.text)
  })
})

/** What a file may be read as. Whether Jekyll would read an `either` is not told. */
function kindsOf(must: Expectation['must'], also?: string): readonly ReadResult['kind'][] {
  const names = must === 'either' ? ['article', 'problem'] : [must, also]
  return names.flatMap((name) =>
    name === 'article'
      ? ['front-matter' as const]
      : name === 'problem'
        ? ['problem' as const]
        : name === 'not-article'
          ? ['none' as const]
          : []
  )
}

function swap(text: string, swaps: readonly Swap[]): string {
  return swaps.reduce((result, [from, to]) => {
    expect(result.split(from)).toHaveLength(2)
    return result.split(from).join(to)
  }, text)
}

/** Large integers are text in plain JSON. */
const exactly = (show: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(show).map(([key, value]): [string, Json] => [
      key,
      typeof value === 'number' && !Number.isSafeInteger(value) ? expect.any(String) : value
    ])
  )
