import type { Json, JsonPatch } from '#shared/json'
import { fail, ok, type Result } from '#shared/result'
import { parseIndex, parsePointer } from '../front-matter/pointer'
import { isList, isObject, sameJson } from './same-json'

/** One field of a map, set from what the editor saw to what it shall be; `undefined` is a missing value. */
export type FieldChange = {
  readonly field: string
  readonly was?: Json | undefined
  readonly value?: Json | undefined
}

/** Why a field cannot be set, without saying of which story. */
export type FieldRefusal =
  | { readonly code: 'conflict'; readonly yours: Json; readonly theirs: Json }
  | { readonly code: 'not-editable'; readonly reason: string }

/**
 * Plans to set one field below `root`, whose own JSON Pointer is `base`.
 *
 * A field that already has the value needs nothing; one that is not as the editor saw it is a conflict. A missing
 * value and `null` look the same to an editor, so either stands for the other in `was`, and so does the text of a
 * number or a boolean. Maps that the field needs
 * and that are missing or `null` are made; lists are not.
 */
export function planField(
  root: Json,
  base: string,
  { field, was, value }: FieldChange
): Result<JsonPatch, FieldRefusal> {
  const place = placeOf(root, field)
  if (place.kind === 'refused') return fail({ code: 'not-editable', reason: place.reason })

  const now = place.kind === 'there' ? place.value : undefined
  if (sameJson(now, value)) return ok([])
  if (!looksLike(now ?? null, was ?? null)) {
    return fail({ code: 'conflict', yours: value ?? null, theirs: now ?? null })
  }
  if (place.kind === 'there') {
    const path = `${base}/${field}`
    return ok(value === undefined ? [{ op: 'remove', path }] : [{ op: 'replace', path, value }])
  }
  if (value === undefined) return ok([])
  const path = `${base}/${place.top}`
  const op = place.was === undefined ? 'add' : 'replace'
  return ok([{ op, path, value: place.filledWith(value) }])
}

const looksLike = (now: Json, was: Json): boolean =>
  sameJson(now, was) ||
  ((typeof now === 'number' || typeof now === 'boolean') &&
    (was === String(now) || was === `${now}.0`))

/** @returns what takes a planned field change back, or `null` if it changes nothing. */
export function inverseField(root: Json, { field, value }: FieldChange): FieldChange | null {
  const place = placeOf(root, field)
  if (place.kind === 'refused') return null
  if (place.kind === 'gap') {
    return value === undefined
      ? null
      : withoutMissing({ field: place.top, was: place.filledWith(value), value: place.was })
  }
  if (sameJson(place.value, value)) return null
  if (value !== undefined || place.list === null) {
    return withoutMissing({ field, was: value, value: place.value })
  }
  // What followed in the list has moved up, so the position says nothing any more: the list is put back whole.
  const { items, position } = place.list
  return { field: parentOf(field), was: items.toSpliced(position, 1), value: items }
}

/** @returns `root` with the field as the change wants it, or `root` itself if that cannot be. */
export function withField(root: Json, { field, value }: FieldChange): Json {
  const place = placeOf(root, field)
  if (place.kind === 'refused') return root
  if (place.kind === 'there') return replaced(root, tokensOf(field), value)
  return value === undefined ? root : replaced(root, tokensOf(place.top), place.filledWith(value))
}

function replaced(root: Json, [token, ...inner]: readonly string[], value: Json | undefined): Json {
  if (token === undefined) return value ?? null
  if (isList(root)) {
    const position = Number(token)
    return inner.length === 0 && value === undefined
      ? root.toSpliced(position, 1)
      : root.toSpliced(position, 1, replaced(root[position] ?? null, inner, value))
  }
  const pairs = new Map(Object.entries(isObject(root) ? root : {}))
  if (inner.length === 0 && value === undefined) pairs.delete(token)
  else pairs.set(token, replaced(pairs.get(token) ?? null, inner, value))
  return Object.fromEntries(pairs)
}

const tokensOf = (field: string): readonly string[] => parsePointer(`/${field}`) ?? []

type Place =
  | {
      readonly kind: 'there'
      readonly value: Json
      /** The list that holds the value, and where; `null` if a map holds it. */
      readonly list: { readonly items: readonly Json[]; readonly position: number } | null
    }
  /** The field is missing. */
  | {
      readonly kind: 'gap'
      /** The outermost value that has to be made. */
      readonly top: string
      /** What stands there now: nothing, or `null`. */
      readonly was: null | undefined
      /** What has to be made there, so that the field gets this value. */
      readonly filledWith: (value: Json) => Json
    }
  | { readonly kind: 'refused'; readonly reason: string }

function placeOf(root: Json, field: string): Place {
  const tokens = parsePointer(`/${field}`)
  if (tokens === null) return refused('its name is not written as one')
  let place: Place = { kind: 'there', value: root, list: null }
  for (const [depth, token] of tokens.entries()) {
    if (place.kind !== 'there') return place
    place = stepInto(place.value, tokens, depth, token)
  }
  return place
}

function stepInto(holder: Json, tokens: readonly string[], depth: number, token: string): Place {
  if (isObject(holder)) {
    const value = Object.hasOwn(holder, token) ? holder[token] : undefined
    return value === undefined
      ? gap(tokens, depth, undefined)
      : { kind: 'there', value, list: null }
  }
  if (holder === null && depth > 0) return gap(tokens, depth - 1, null)
  if (!isList(holder)) return refused('it lies below a value that is neither a map nor a list')

  const position = parseIndex(token)
  const value = position === null ? undefined : holder[position]
  if (position !== null && value !== undefined) {
    return { kind: 'there', value, list: { items: holder, position } }
  }
  return position === holder.length && depth === tokens.length - 1
    ? gap(tokens, depth, undefined)
    : refused('the list has no such position')
}

function gap(tokens: readonly string[], depth: number, was: null | undefined): Place {
  const inner = tokens.slice(depth + 1)
  if (inner.some((token) => parseIndex(token) !== null)) return refused('there is no such list')
  return {
    kind: 'gap',
    top: tokens
      .slice(0, depth + 1)
      .map(escaped)
      .join('/'),
    was,
    filledWith: (value) => inner.reduceRight<Json>((inside, token) => ({ [token]: inside }), value)
  }
}

const refused = (reason: string): Place => ({ kind: 'refused', reason })

const escaped = (token: string): string => token.replace(/~/g, '~0').replace(/\//g, '~1')

const parentOf = (field: string): string => field.slice(0, field.lastIndexOf('/'))

function withoutMissing({ field, was, value }: FieldChange): FieldChange {
  return {
    field,
    ...(was === undefined ? {} : { was }),
    ...(value === undefined ? {} : { value })
  }
}
