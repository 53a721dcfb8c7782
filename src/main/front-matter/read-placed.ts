import { isUtf8 } from 'node:buffer'
import type { Problem } from '#shared/problem'
import { opensFrontMatter } from './fence'
import { Lines } from './location'
import type { Node } from './nodes'
import { readPlainLines } from './plain-lines'
import { type FrontMatter, parseFrontMatter } from './read'
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './value'

/** 1-based; columns count UTF-16 code units. */
export type Place = { readonly line: number; readonly column: number }

export type PlacedResult =
  | {
      readonly kind: 'front-matter'
      /** The front matter without the skipped keys. */
      readonly data: YamlMap
      /** As `readFrontMatter` warns. */
      readonly warnings: readonly Problem[]
      /**
       * Where the key or the item at the end of a path stands, e.g. of `related`, `3`, `webUrl`. A path that leads
       * nowhere ends at the last part of it that is there; if nothing is, at the first line of the file.
       */
      placeOf(path: readonly string[]): Place
    }
  | { readonly kind: 'none'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Reads front matter as `readFields` does, and knows where each field stands. Places are looked up when asked for. */
export function readPlaced(
  bytes: Uint8Array,
  { skip }: { readonly skip: readonly string[] }
): PlacedResult {
  if (opensFrontMatter(bytes, 0) && isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    const offsets: number[] = []
    const plain = readPlainLines(text, skip, offsets)
    if (plain !== null) {
      const { data } = plain
      const placeOf = (path: readonly string[]) => placeAt(text, plainOffset(data, offsets, path))
      return { kind: 'front-matter', data, warnings: [], placeOf }
    }
  }
  const read = parseFrontMatter(bytes)
  if (read.kind !== 'front-matter') return read

  const { frontMatter } = read
  const data = new Map(frontMatter.data)
  for (const key of skip) data.delete(key)
  return {
    kind: 'front-matter',
    data,
    warnings: frontMatter.warnings,
    placeOf: placesIn(frontMatter)
  }
}

/** A text of plain lines has no other line end than the line feed. */
function placeAt(text: string, offset: number): Place {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}

/** @param offsets of all keys and items, in the order of the text, which is the order of the data. */
function plainOffset(data: YamlMap, offsets: readonly number[], path: readonly string[]): number {
  let offset = 0
  let passed = 0
  let holder: YamlValue | undefined = data
  for (const token of path) {
    let found: YamlValue | undefined
    for (const [key, value] of partsOf(holder)) {
      if (String(key) === token) {
        found = value
        break
      }
      passed += 1 + countIn(value)
    }
    if (found === undefined) break
    offset = offsets[passed] ?? offset
    passed += 1
    holder = found
  }
  return offset
}

const partsOf = (value: YamlValue | undefined): Iterable<readonly [string | number, YamlValue]> =>
  isYamlMap(value) || isYamlList(value) ? value.entries() : []

/** How many keys and items a value holds, at any depth. */
function countIn(value: YamlValue): number {
  let count = 0
  for (const [, part] of partsOf(value)) count += 1 + countIn(part)
  return count
}

/** Locates all nodes the first time that a place is asked for. */
function placesIn({ text, end, root }: FrontMatter) {
  let known: { readonly root: Node | null; readonly lines: Lines } | null = null
  return (path: readonly string[]): Place => {
    known ??= {
      root: root(),
      lines: new Lines(text.slice(0, end))
    }
    const { line, column } = known.lines.problem({
      offset: nodeOffset(known.root, path),
      code: '',
      message: ''
    })
    return { line, column }
  }
}

function nodeOffset(root: Node | null, path: readonly string[]): number {
  let offset = 0
  let node = root
  for (const token of path) {
    const part =
      node?.kind === 'map'
        ? node.entries.findLast(({ key }) => key === token)
        : node?.kind === 'list'
          ? node.items[Number(token)]
          : undefined
    if (part === undefined) break
    const isItem = node?.kind === 'list'
    node = part.value
    offset = isItem ? node.start : part.start
  }
  return offset
}
