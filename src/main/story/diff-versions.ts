import type { JsonObject } from '#shared/json'
import type { Problem } from '#shared/problem'
import type { FieldDiff } from '#shared/story/field-diff'
import { readFrontMatter } from '../front-matter/read'
import { readFields } from '../front-matter/read-fields'
import { toJson } from '../front-matter/value'
import { changedPart } from './changed-part'
import { diffFields } from './diff-fields'

/** Says what differs between two versions of a story's file; nothing if they are the same bytes. */
export function diffVersions(before: Uint8Array, after: Uint8Array): readonly FieldDiff[] {
  if (Buffer.compare(before, after) === 0) return []
  return diffParts(asBuffer(before), asBuffer(after)) ?? diffWhole(before, after)
}

/** @returns `null` unless the versions can be compared by the fields in which they differ alone. */
function diffParts(before: Buffer, after: Buffer): readonly FieldDiff[] | null {
  const part = changedPart(before, after)
  if (part === null) return null
  const [was, now] = [part.before, part.after].map((bytes) => readFields(bytes, { skip: [] }))
  if (was?.kind !== 'front-matter' || now?.kind !== 'front-matter') return null
  const rows = diffFields(toJson(was.data) as JsonObject, toJson(now.data) as JsonObject)
  return rows.length > 0 ? rows : [SPELLING]
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function diffWhole(before: Uint8Array, after: Uint8Array): readonly FieldDiff[] {
  const [was, now] = [contentOf(before), contentOf(after)]
  if (was.kind === 'problem' || now.kind === 'problem') return [whole(readingWords(was, now))]

  const fields = diffFields(was.data, now.data)
  const rows = was.body === now.body ? fields : [...fields, whole('Text: changed')]
  return rows.length > 0 ? rows : [SPELLING]
}

type Content =
  | { readonly kind: 'content'; readonly data: JsonObject; readonly body: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

function contentOf(bytes: Uint8Array): Content {
  const reading = readFrontMatter(bytes)
  if (reading.kind !== 'front-matter') return { kind: 'problem', problem: reading.problem }
  const { data, text, bodyStart } = reading.frontMatter
  return { kind: 'content', data: toJson(data) as JsonObject, body: text.slice(bodyStart) }
}

function readingWords(was: Content, now: Content): string {
  if (now.kind === 'content') return 'File: can be read, could not before'
  const { line, message } = now.problem
  const since = was.kind === 'problem' ? 'changed, still cannot be read' : 'can no longer be read'
  return `File: ${since} (line ${line}: ${message})`
}

const whole = (words: string): FieldDiff => ({ field: '', words })
const SPELLING = whole('Spelling: changed, the values are the same')
