import type { Json, JsonObject } from '#shared/json'
import { sameJson } from './same-json'

/** A change of a story's pictures. The one that is meant is named by what it says, and by its place among twins. */
export type PictureOp =
  | { readonly kind: 'add'; readonly picture: JsonObject }
  | { readonly kind: 'remove'; readonly picture: Json; readonly index: number }
  | {
      readonly kind: 'move'
      readonly picture: Json
      readonly index: number
      readonly by: 1 | -1
    }

/** The pictures after a change. @returns `null` if the picture that is meant is not among them any more. */
export function applyPictureOp(pictures: readonly Json[], op: PictureOp): readonly Json[] | null {
  if (op.kind === 'add') return [...pictures, op.picture]
  const isIt = (picture: Json | undefined) => sameJson(picture, op.picture)
  const index = isIt(pictures[op.index]) ? op.index : pictures.findIndex(isIt)
  if (index === -1) return null
  const rest = pictures.toSpliced(index, 1)
  if (op.kind === 'remove') return rest
  const to = Math.min(Math.max(index + op.by, 0), rest.length)
  return rest.toSpliced(to, 0, op.picture)
}
