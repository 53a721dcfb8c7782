import { createHash } from 'node:crypto'
import type { Problem } from '#shared/problem'
import { readFrontMatter } from '../front-matter/read'
import type { YamlMap } from '../front-matter/value'

/** What `storydesk show --json` prints, by way of `stringifyExact`. What does not apply is `null`. */
export type ShownStory = {
  readonly story: string
  /** SHA-256 of the file's bytes, in lower-case hex. */
  readonly version: string
  readonly kind: 'story' | 'problem' | 'not-a-story'
  /** The front matter as Jekyll reads it. */
  readonly data: YamlMap | null
  /** The length of the body in bytes, without the blank lines after the front matter, as Jekyll counts it. */
  readonly body: number | null
  /** Why there is no data. */
  readonly problem: Problem | null
}

/** Shows one story as the desk reads it. @param story its path below the library, which is only repeated. */
export function showStory(bytes: Uint8Array, story: string): ShownStory {
  const version = createHash('sha256').update(bytes).digest('hex')
  const read = readFrontMatter(bytes)
  if (read.kind !== 'front-matter') {
    const kind = read.kind === 'none' ? 'not-a-story' : 'problem'
    return { story, version, kind, data: null, body: null, problem: read.problem }
  }
  const { data, text, bodyStart } = read.frontMatter
  const body = Buffer.byteLength(text.slice(bodyStart))
  return { story, version, kind: 'story', data, body, problem: null }
}
