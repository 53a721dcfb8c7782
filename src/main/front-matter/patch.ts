import type { JsonPatch } from '#shared/json'
import type { Problem } from '#shared/problem'
import { fail, ok, type Result } from '#shared/result'
import { adopt, keysOfDates } from './adopt'
import { houseStyleOf } from './house-style'
import { problemAt } from './location'
import type { Node } from './nodes'
import { applyOperation, type JsonOperation, type Operation, valueAt } from './operation'
import { parseOperation } from './parse-operation'
import type { MapPlan } from './plan'
import { type Planning, planOperation } from './plan-operation'
import { type FrontMatter, readText } from './read'
import { expand } from './reconcile'
import { isRefusal, type Refusal, refuse, usedAnchors } from './refusal'
import { splice } from './splice'
import { applyEdits, type TextEdit } from './text-edit'
import { sameValue, type YamlValue } from './value'

/** Why a patch is not applied, and where in the file. */
export type PatchError = Problem

export type Patched = {
  /** The whole file with the patch applied. */
  readonly text: string
  /** What was changed in the old text, in order, as little as possible. Empty if nothing changes. */
  readonly edits: readonly TextEdit[]
  /** What turns the new text back into the old one, byte for byte. */
  readonly inverse: readonly TextEdit[]
  /** `text`, read again. */
  readonly frontMatter: FrontMatter
}

export type PatchOptions = {
  /** Keys whose texts are dates wherever they read as dates; they stay without quotes. */
  readonly dateFields?: readonly string[]
}

/**
 * Applies a JSON Patch (RFC 6902) to front matter by changing only the bytes that must change.
 *
 * The new text is read again and must hold the old data with the patch applied, and nothing else; otherwise, and
 * if one operation fails or cannot be done safely, nothing is changed and the error says why.
 */
export function patchFrontMatter(
  frontMatter: FrontMatter,
  patch: JsonPatch,
  { dateFields = [] }: PatchOptions = {}
): Result<Patched, PatchError> {
  const { text, base, start, documentEnd, lineEnding } = frontMatter
  const root = frontMatter.root()
  const planned = plan(frontMatter, root, patch, dateFields)
  if (isRefusal(planned))
    return fail(problemAt(text, planned.offset, planned.code, planned.message))

  const paper = {
    text,
    base,
    lineEnding,
    start,
    end: documentEnd,
    style: houseStyleOf(text, base, root)
  }
  const edits = splice(paper, root, planned.plan)
  if (edits.length === 0) {
    return sameValue(frontMatter.data, planned.data)
      ? ok({ text, edits, inverse: [], frontMatter })
      : fail(problemAt(text, start, 'not-verified', UNVERIFIED))
  }
  return verify(frontMatter, edits, planned.data)
}

type Planned = { readonly plan: MapPlan; readonly data: YamlValue }

/** Applies the operations to the data and to the plan of the text, side by side. */
function plan(
  frontMatter: FrontMatter,
  root: Node | null,
  patch: JsonPatch,
  dateFields: readonly string[]
): Planned | Refusal {
  const { data, start, text } = frontMatter
  if (root !== null && root.kind !== 'map') {
    return refuse('not-a-mapping', 'There is a value where fields should be.', root.start)
  }
  const top =
    root === null
      ? { kind: 'map', node: null, entries: [] }
      : expand({ kind: 'kept', node: root, value: data })
  const planning: Planning = { root: top as MapPlan, used: usedAnchors(text, root), offset: start }
  const dateKeys = new Set([...dateFields, ...keysOfDates(data)])
  let value: YamlValue = data
  if (!Array.isArray(patch))
    return refuse('invalid-patch', 'A patch is a list of operations.', start)
  for (const step of patch) {
    const parsed = parseOperation(step)
    if (!parsed.ok) return refuse('invalid-patch', parsed.error, start)
    const operation = withValue(parsed.value, value, dateKeys)
    const applied = applyOperation(value, operation)
    if (!applied.ok) return refuse(applied.error.code, applied.error.message, start)
    const refused = planOperation(planning, operation)
    if (refused !== null) return refused
    value = applied.value
  }
  return { plan: planning.root, data: value }
}

/** Reads the JSON value of an operation as the YAML value that is meant. */
function withValue(
  operation: JsonOperation,
  data: YamlValue,
  dateKeys: ReadonlySet<string>
): Operation {
  if (!('value' in operation)) return operation
  const { op, path, value } = operation
  const key = [...path].reverse().find((token) => !/^(?:\d+|-)$/.test(token)) ?? null
  return { op, path, value: adopt(value, valueAt(data, path), key, dateKeys) }
}

/** Reads the new text and compares: the data must be as expected, the rest of the file untouched. */
function verify(
  frontMatter: FrontMatter,
  edits: readonly TextEdit[],
  expected: YamlValue
): Result<Patched, PatchError> {
  const { text, start, end } = frontMatter
  const applied = applyEdits(text, edits)
  const first = (edits[0] as TextEdit).start
  const problem = (message: string) => fail(problemAt(text, first, 'not-verified', message))
  if (first < start || (edits[edits.length - 1] as TextEdit).end > end) return problem(UNVERIFIED)

  const read = readText(applied.text)
  if (read.kind !== 'front-matter') {
    return problem(`${UNVERIFIED} The result would be unreadable: ${read.problem.message}`)
  }
  const after = read.frontMatter
  const grown = applied.text.length - text.length
  const whole = after.end === end + grown && sameValue(after.data, expected)
  if (!whole) return problem(UNVERIFIED)
  return ok({ ...applied, edits, frontMatter: after })
}

const UNVERIFIED = 'This edit would change more than it should, so it was not made.'
