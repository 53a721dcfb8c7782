import type { PatchOperation } from '#shared/json'
import { usualSettings } from '#shared/library/settings'
import type { Problem } from '#shared/problem'
import { findFences } from '../front-matter/fence'
import { patchFrontMatter } from '../front-matter/patch'
import { type FrontMatter, readFrontMatter, readText } from '../front-matter/read'
import { readFields } from '../front-matter/read-fields'
import { sameValue, toJson, type YamlMap, type YamlValue } from '../front-matter/value'
import { quoted } from '../story/field-words'
import { type MergeConflict, wholeConflict } from './merge-conflict'
import { mergeSpelling, type OnComment, spellEntries } from './merge-source'
import { mergeFields } from './merge-values'
import type { Merged, Side } from './merged'
import { sameLineEndings, type Versions } from './same-line-endings'
import { keyOf, leadOf, linesOf, rootParts, sheetOf } from './source-parts'

export type MergedStory = {
  /** The whole file. Where something clashes, it says what ours says; it never holds conflict markers. */
  readonly bytes: Uint8Array
  /** What both sides changed, each in another way; empty if everything of both is in `bytes`. */
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Merges what two sides made of one story, field by field and link by link.
 *
 * What only one side changed is taken with its bytes: values, comments, the order of links, line endings. The result
 * is read again and must hold the merged values. A file that cannot be read is not merged: ours stays.
 *
 * @param versions `base` is what both sides started from; no bytes at all if each side made the story anew.
 * @param decide says whose version is taken where both changed the same; ours if nothing is said. Comments and places
 *   are always ours.
 * @param dates fields that are written as dates, as the library's settings say.
 */
export function mergeStory(
  versions: Versions<Uint8Array>,
  decide: Decide = OURS,
  dates: readonly string[] = usualSettings.dates
): MergedStory {
  const { base, ours, theirs } = versions
  if (same(base, theirs) || same(ours, theirs)) return { bytes: ours, conflicts: [] }
  if (same(base, ours)) return { bytes: theirs, conflicts: [] }

  const read = readVersions(versions)
  const whole = (words: string): MergedStory => {
    const conflict = wholeConflict(words)
    return { bytes: decide(conflict, 0) === 'ours' ? ours : theirs, conflicts: [conflict] }
  }
  if (typeof read === 'string') return whole(read)
  const merged = mergeTexts(read, decide, dates)
  return merged === null
    ? whole(INSEPARABLE)
    : { bytes: Buffer.from(merged.text, 'utf8'), conflicts: merged.conflicts }
}

/** @param index which of the conflicts it is, counted from 0. */
export type Decide = (conflict: MergeConflict, index: number) => Side
const OURS: Decide = () => 'ours'

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

const INSEPARABLE =
  'File: the changes of both cannot be put together safely (anchors, aliases or repeated keys are in the way), so ours is kept as it is'

/** Reads all three, with the same line endings. @returns which one cannot be read, and why. */
function readVersions(versions: Versions<Uint8Array>): Versions<FrontMatter> | string {
  const base = readFrontMatter(versions.base.length === 0 ? NO_STORY : versions.base)
  const ours = readFrontMatter(versions.ours)
  const theirs = readFrontMatter(versions.theirs)
  if (base.kind !== 'front-matter') return unreadable('the version before', base.problem)
  if (ours.kind !== 'front-matter') return unreadable('ours', ours.problem)
  if (theirs.kind !== 'front-matter') return unreadable('theirs', theirs.problem)
  const read = { base: base.frontMatter, ours: ours.frontMatter, theirs: theirs.frontMatter }
  const { base: was, ours: our, theirs: their } = read
  const texts = sameLineEndings({ base: was.text, ours: our.text, theirs: their.text })
  return {
    base: respelled(was, texts.base),
    ours: respelled(our, texts.ours),
    theirs: respelled(their, texts.theirs)
  }
}

const NO_STORY = Buffer.from('---\n---\n')

const unreadable = (name: string, { line, message }: Problem): string =>
  `File: ${name} cannot be read (line ${line}: ${message}), so ours is kept as it is`

function respelled(frontMatter: FrontMatter, text: string): FrontMatter {
  if (frontMatter.text === text) return frontMatter
  const read = readText(text)
  return read.kind === 'front-matter' ? read.frontMatter : frontMatter
}

/** @returns `null` if no text holds the merged values. */
function mergeTexts(read: Versions<FrontMatter>, decide: Decide, dates: readonly string[]) {
  const conflicts: MergeConflict[] = []
  const report = (conflict: MergeConflict) => decide(conflict, conflicts.push(conflict) - 1)
  const note = (conflict: MergeConflict) => void conflicts.push(conflict)
  const merged = mergeFields(read.base.data, read.ours.data, read.theirs.data, report, note)
  const bodies = texts(read, ({ text, bodyStart }) => text.slice(bodyStart))
  const mergedBody = mergeSpelling(bodies, () => {})
  const clashes = mergedBody !== bodies.theirs && bodies.base !== bodies.theirs
  const body = clashes && report(BODY) === 'theirs' ? bodies.theirs : mergedBody

  const comments: string[] = []
  const spelled = spellFile({ read, merged, body, dates }, (comment) => comments.push(comment))
  if (spelled !== null && holds(spelled, merged.value, body)) {
    return { text: spelled, conflicts: [...conflicts, ...comments.map(commentConflict)] }
  }
  const patched = patchFields(read.ours, { merged, body, dates })
  return patched !== null && holds(patched, merged.value, body)
    ? { text: patched, conflicts }
    : null
}

const BODY = wholeConflict('Text after the front matter: changed differently in ours and theirs')
const commentConflict = (theirs: string): MergeConflict =>
  wholeConflict(`Comments: changed differently in ours and theirs; theirs: ${quoted(theirs)}`)

const texts = (
  { base, ours, theirs }: Versions<FrontMatter>,
  of: (frontMatter: FrontMatter) => string
): Versions<string> => ({ base: of(base), ours: of(ours), theirs: of(theirs) })

/** What a file is to say. */
type Wanted = {
  readonly merged: Merged
  readonly body: string
  readonly dates: readonly string[]
}

/** Puts the file together from pieces of both. What cannot be is written by a patch, in the style of the file. */
function spellFile(
  { read, ...wanted }: Wanted & { readonly read: Versions<FrontMatter> },
  onComment: OnComment
): string | null {
  const { merged, body } = wanted
  const parts = {
    base: rootParts(sheetOf(read.base)),
    ours: rootParts(sheetOf(read.ours)),
    theirs: rootParts(sheetOf(read.theirs))
  }
  const { parts: entries } = merged
  const spelled = entries?.kind === 'map' ? spellEntries(entries, parts, onComment) : null
  if (entries?.kind !== 'map' || spelled === null) return null

  const edge = (of: (side: keyof typeof parts) => string) =>
    mergeSpelling({ base: of('base'), ours: of('ours'), theirs: of('theirs') }, onComment)
  const head = edge((side) => read[side].text.slice(0, read[side].start))
  const tail = edge((side) =>
    read[side].text.slice(parts[side]?.to ?? read[side].start, read[side].bodyStart)
  )
  const ours = new Map(parts.ours?.parts.map((part) => [keyOf(part), leadOf(part) + linesOf(part)]))
  const unsettled = new Set(
    entries.entries.flatMap(({ key }, at) => (spelled[at] === null ? [key] : []))
  )
  const lines = entries.entries.map(({ key }, at) => spelled[at] ?? ours.get(key) ?? '')
  const text = head + lines.join('') + tail + body
  if (unsettled.size === 0) return text
  const now = readText(text)
  if (now.kind !== 'front-matter') return null
  return patchFields(now.frontMatter, wanted)
}

/** Makes a text hold the merged fields by a patch of those that differ. */
function patchFields(frontMatter: FrontMatter, { merged, body, dates }: Wanted): string | null {
  const now = frontMatter.data
  const wanted = merged.value as YamlMap
  const patch: PatchOperation[] = []
  for (const key of now.keys()) {
    if (!wanted.has(key)) patch.push({ op: 'remove', path: pointerTo(key) })
  }
  for (const [key, value] of wanted) {
    const current = now.get(key)
    if (current !== undefined && sameValue(current, value)) continue
    patch.push({ op: 'add', path: pointerTo(key), value: toJson(value) })
  }
  const patched = patchFrontMatter(frontMatter, patch, { dateFields: dates })
  if (!patched.ok) return null
  return patched.value.text.slice(0, patched.value.frontMatter.bodyStart) + body
}

const pointerTo = (key: string): string => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`

function holds(text: string, value: YamlValue, body: string): boolean {
  const read = readFields(Buffer.from(text, 'utf8'), { skip: [] })
  if (read.kind !== 'front-matter') return false
  const bodyStart = findFences(text, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)?.bodyStart
  return sameValue(read.data, value) && text.slice(bodyStart) === body
}

const BYTE_ORDER_MARK = '\uFEFF'
