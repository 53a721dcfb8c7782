import type { Json, JsonObject } from '#shared/json'
import type { StoryPart } from '#shared/library/revert-part'
import { fail, ok, type Result } from '#shared/result'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Node, ScalarStyle } from '../front-matter/nodes'
import { parseIndex, parsePointer } from '../front-matter/pointer'
import { type FrontMatter, readFrontMatter } from '../front-matter/read'
import { toJson } from '../front-matter/value'
import { fieldWords } from '../story/field-words'
import { revertLinks } from '../story/revert-links'
import { isList, isObject } from '../story/same-json'
import { keyOf, type Parts, rootParts, sheetOf } from './source-parts'

/** What to change so that a part of a story is as it was. */
export type Revert = {
  readonly changes: readonly StoryChange[]
  /** What Undo calls it. */
  readonly label: string
  /** The file with that part spelled as before too; `null` if that cannot be told. It counts if it says the same. */
  readonly spelled: Uint8Array | null
}

/** Plans to take back one field, or one link, of a story's file. Refused where the story has to be taken back whole. */
export function revertPart(
  id: StoryId,
  before: Uint8Array,
  today: Uint8Array,
  part: StoryPart
): Result<Revert, StoryError> {
  const then = readFrontMatter(before)
  const now = readFrontMatter(today)
  const field = fieldOf(part)
  if (now.kind !== 'front-matter') return fail({ code: 'problem', id, problem: now.problem })
  if (then.kind !== 'front-matter') return refused(id, field)
  const was = toJson(then.frontMatter.data) as JsonObject
  const is = toJson(now.frontMatter.data) as JsonObject
  const changes =
    field === 'related'
      ? revertLinks(
          listOf(was.related),
          listOf(is.related),
          part.kind === 'link' ? part.link : null
        )
      : [fieldChange(field, valueAt(is, field), valueAt(was, field))]
  if (changes === null) return refused(id, field)
  const what = part.kind === 'link' ? 'link' : fieldWords(field)
  const key = field.split('/')[0] ?? ''
  const spelled = isSameBeside(then.frontMatter, now.frontMatter, key)
    ? before
    : spelledLike(then.frontMatter, now.frontMatter, key)
  return ok({ changes, label: `Revert ${what}`, spelled })
}

const fieldOf = (part: StoryPart): string => (part.kind === 'link' ? 'related' : part.field)

const refused = (id: StoryId, field: string) =>
  fail({
    code: 'not-editable',
    id,
    field: field === '' ? 'The file' : field,
    reason: 'only the whole story can be made as it was'
  } as const)

function fieldChange(field: string, was: Json | undefined, value: Json | undefined): StoryChange {
  return {
    kind: 'set',
    field,
    ...(was !== undefined && { was }),
    ...(value !== undefined && { value })
  }
}

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

function valueAt(root: Json, field: string): Json | undefined {
  let value: Json | undefined = root
  for (const token of parsePointer(`/${field}`) ?? []) {
    if (isObject(value)) value = Object.hasOwn(value, token) ? value[token] : undefined
    else value = isList(value) ? value[parseIndex(token) ?? -1] : undefined
  }
  return value
}

/** Whether two files are the same character by character, but for one key. */
function isSameBeside(a: FrontMatter, b: FrontMatter, key: string): boolean {
  const [one, other] = [a, b].map((file) => besides(file, key))
  return one !== undefined && one !== null && one === other
}

/** A file with the value of one key as another file spells it, if that is one token: comments of today stay. */
function spelledLike(then: FrontMatter, now: FrontMatter, key: string): Uint8Array | null {
  const was = tokenOf(then, key)
  const is = tokenOf(now, key)
  if (was === null || is === null) return null
  const token = then.text.slice(was.start, was.end)
  return Buffer.from(now.text.slice(0, is.start) + token + now.text.slice(is.end))
}

function tokenOf(file: FrontMatter, key: string): Node | null {
  const part = rootParts(sheetOf(file))?.parts.find((each) => keyOf(each) === key)
  const value = part?.node.value
  return value?.kind === 'scalar' && TOKENS.has(value.style) ? value : null
}

const TOKENS: ReadonlySet<ScalarStyle> = new Set(['plain', 'single', 'double'])

/** All of a file that does not belong to one key; `null` if it cannot be told. */
function besides(file: FrontMatter, key: string): string | null {
  const parts: Parts | null = rootParts(sheetOf(file))
  if (parts === null || parts.kind !== 'map') return null
  const { text } = file
  const others = parts.parts.filter((part) => keyOf(part) !== key)
  return [
    text.slice(0, parts.from),
    ...others.map(({ from, to }) => text.slice(from, to)),
    text.slice(parts.to)
  ].join('')
}
