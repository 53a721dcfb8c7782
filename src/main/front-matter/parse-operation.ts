import type { Json } from '#shared/json'
import { fail, ok, type Result } from '#shared/result'
import { MAX_DEPTH } from './construct'
import type { JsonOperation } from './operation'
import { parsePointer } from './pointer'
import { hasLoneSurrogate } from './scalar-text'

/**
 * Checks one operation of a JSON Patch, which may be any JSON. Members that RFC 6902 does not name are ignored.
 *
 * @returns what is wrong with it, in a sentence.
 */
export function parseOperation(step: unknown): Result<JsonOperation, string> {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) {
    return fail('An operation is an object.')
  }
  const { op, path, from, value } = step as { readonly [key: string]: unknown }
  const to = typeof path === 'string' ? parsePointer(path) : null
  if (to === null) return fail('The path of an operation is a JSON Pointer.')
  switch (op) {
    case 'remove':
      return ok({ op, path: to })
    case 'move':
    case 'copy': {
      const source = typeof from === 'string' ? parsePointer(from) : null
      return source === null
        ? fail(`\`from\` of \`${op}\` is a JSON Pointer.`)
        : ok({ op, from: source, path: to })
    }
    case 'add':
    case 'replace':
    case 'test': {
      if (!Object.hasOwn(step, 'value')) return fail(`\`${op}\` needs a value.`)
      const fault = faultIn(value)
      return fault === null ? ok({ op, path: to, value: value as Json }) : fail(fault)
    }
    default:
      return fail(`There is no operation \`${String(op)}\`.`)
  }
}

/** Whether a value is no JSON, nests too deep, or cannot be written as UTF-8. Never calls itself. */
function faultIn(root: unknown): string | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (value === null || typeof value === 'boolean') continue
    if (typeof value === 'number' ? !Number.isFinite(value) : false)
      return 'A number must be finite.'
    if (typeof value === 'number') continue
    if (typeof value === 'string') {
      if (hasLoneSurrogate(value)) return 'A text holds half a character.'
      continue
    }
    if (typeof value !== 'object') return 'The value is no JSON.'
    if (depth >= MAX_DEPTH) return 'The value nests too deep.'
    if (!Array.isArray(value) && Object.keys(value).some(hasLoneSurrogate)) {
      return 'A key holds half a character.'
    }
    for (const item of Object.values(value)) waiting.push({ value: item, depth: depth + 1 })
  }
  return null
}
