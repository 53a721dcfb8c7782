import type { Json, JsonObject, JsonPatch, PatchOperation } from '#shared/json'
import type { StoryChange } from '#shared/story/story-change'
import { applyOperation, valueAt } from '../../front-matter/operation'
import { parsePointer } from '../../front-matter/pointer'
import { isYamlMap, toJson, type YamlValue } from '../../front-matter/value'
import { planChange } from '../plan-change'
import type { CheckedStory } from './checked-file'

/**
 * The changes as one JSON Patch for the story as it was read. It tests what it takes away, moves and replaces, links by
 * their addresses, so that on a story that has become another it does nothing instead of something else.
 *
 * @returns `null` if the changes cannot be made.
 */
export function guardedPatch(
  { id, data }: CheckedStory,
  changes: readonly StoryChange[]
): JsonPatch | null {
  const patch: PatchOperation[] = []
  let value: YamlValue = data
  for (const change of changes) {
    const planned = planChange(id, toJson(value) as JsonObject, change)
    if (!planned.ok) return null
    for (const operation of planned.value) {
      patch.push(...guardsOf(value, operation), operation)
      const applied = applyOperation(value, parsed(operation))
      if (!applied.ok) return null
      value = applied.value
    }
  }
  return patch
}

function guardsOf(value: YamlValue, operation: PatchOperation): readonly PatchOperation[] {
  const path = 'from' in operation ? operation.from : operation.path
  const now = valueAt(value, tokensOf(path))
  if (now === undefined || operation.op === 'add') return []
  const address = isYamlMap(now) ? now.get('webUrl') : undefined
  const [field, tested] = address === undefined ? [path, now] : [`${path}/webUrl`, address]
  return [{ op: 'test', path: field, value: toJson(tested) }]
}

/** What a plan sets is text, a number or a boolean, the same in YAML. */
const parsed = (operation: PatchOperation) =>
  'from' in operation
    ? { op: operation.op, from: tokensOf(operation.from), path: tokensOf(operation.path) }
    : operation.op === 'remove'
      ? { op: operation.op, path: tokensOf(operation.path) }
      : { op: operation.op, path: tokensOf(operation.path), value: scalar(operation.value) }

const tokensOf = (pointer: string): readonly string[] => parsePointer(pointer) ?? []

const scalar = (value: Json): YamlValue => (typeof value === 'object' ? null : value)
