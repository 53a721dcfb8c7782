import type { Problem } from '#shared/problem'
import type { StoryId } from '#shared/story/story-id'
import { type Place, readPlaced } from '../../front-matter/read-placed'
import { isYamlList, isYamlMap, type YamlMap } from '../../front-matter/value'

/** A story's file, as the rules of the checks look at it. */
export type CheckedFile = CheckedStory | UnreadFile

export type CheckedStory = {
  readonly kind: 'story'
  readonly id: StoryId
  /** The front matter as Jekyll reads it, without `secured`. */
  readonly data: YamlMap
  readonly warnings: readonly Problem[]
  /** The story itself first, then those of its links that are maps, in the file's order. */
  readonly parts: readonly Part[]
  placeOf(path: readonly string[]): Place
}

/** A map that says a title, an address, a date and so on. */
export type Part = {
  /** Where it stands: empty for the story itself, `related`, `3` for a link. */
  readonly path: readonly string[]
  readonly map: YamlMap
  /** For sentences: `This story` or `Link 4`. */
  readonly name: string
}

/** A file that Storydesk cannot read, or in which Jekyll sees no front matter (`none`). */
export type UnreadFile = {
  readonly kind: 'problem' | 'none'
  readonly id: StoryId
  readonly problem: Problem
  /** The start of the file; bytes that are no text are U+FFFD. Empty if nothing could be read. */
  readonly text: string
}

/** Front matter longer than this is not searched for words by which to guess what was meant. */
const LONGEST_START = 64 * 1024

export function checkedFileOf(id: StoryId, bytes: Uint8Array): CheckedFile {
  const read = readPlaced(bytes, { skip: ['secured'] })
  if (read.kind !== 'front-matter') {
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, LONGEST_START))
    return { kind: read.kind, id, problem: read.problem, text }
  }
  const { data, warnings, placeOf } = read
  return { kind: 'story', id, data, warnings, parts: partsOf(data), placeOf }
}

/** Some editors save two bytes a character, and say so with the first two. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** A file of which not even the bytes are known. */
export const unreadFile = (id: StoryId, problem: Problem): UnreadFile => ({
  kind: 'problem',
  id,
  problem,
  text: ''
})

function partsOf(data: YamlMap): readonly Part[] {
  const parts: Part[] = [{ path: [], map: data, name: 'This story' }]
  const related = data.get('related')
  if (!isYamlList(related)) return parts
  for (const [at, link] of related.entries()) {
    if (!isYamlMap(link)) continue
    parts.push({ path: ['related', String(at)], map: link, name: `Link ${at + 1}` })
  }
  return parts
}
