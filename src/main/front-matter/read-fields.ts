import { isUtf8 } from 'node:buffer'
import type { Problem } from '#shared/problem'
import { opensFrontMatter } from './fence'
import { readPlainLines } from './plain-lines'
import { parseFrontMatter } from './read'
import { isYamlList, type YamlMap } from './value'

export type FieldsResult =
  | {
      readonly kind: 'front-matter'
      /** The front matter without the skipped keys. */
      readonly data: YamlMap
      /** How many items each skipped key holds; a key that holds no list is not in it. */
      readonly counts: ReadonlyMap<string, number>
      /** As `readFrontMatter` warns. */
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'none'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * Reads what a list of stories shows, without the top-level keys in `skip`. As strict as `readFrontMatter`, and
 * the same in all it answers.
 */
export function readFields(
  bytes: Uint8Array,
  { skip }: { readonly skip: readonly string[] }
): FieldsResult {
  const plain =
    opensFrontMatter(bytes, 0) && isUtf8(bytes) ? readPlainLines(textOf(bytes), skip) : null
  if (plain !== null) return { kind: 'front-matter', ...plain, warnings: [] }

  const read = parseFrontMatter(bytes)
  if (read.kind !== 'front-matter') return read

  const data = new Map(read.frontMatter.data)
  const counts = new Map<string, number>()
  for (const key of skip) {
    const value = data.get(key)
    if (isYamlList(value)) counts.set(key, value.length)
    data.delete(key)
  }
  return { kind: 'front-matter', data, counts, warnings: read.frontMatter.warnings }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
