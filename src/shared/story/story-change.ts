import * as z from 'zod'
import type { Json } from '../json'
import type { LinkKey } from './story'

/** Any JSON value. The nesting is bounded where the front matter is written, not here. */
const JsonValue = z.json() as z.ZodType<Json>
/** A `LinkKey` as it comes from a window. */
export const Key = z.string().max(65_536) as unknown as z.ZodType<LinkKey>
const Topic = z.string().min(1).max(1000)

/**
 * Which value of the front matter is meant: keys and list positions joined by `/`, e.g. `quality`,
 * `provider/name`, `images/0/url`. Written like a JSON Pointer (RFC 6901) without the leading slash, so `~1` means `/`.
 */
const Field = z.string().min(1).max(1000)

/**
 * One thing an editor can do to one story. Plain data, and the inverse of a change is a change.
 *
 * It carries what the editor saw: `was`, and links by their key instead of their position. So it can be planned
 * against whatever the file says by now. `before: null` means at the end. If the link `before` is gone, a link
 * takes its place behind `after`; if that is gone too or was not said, at the end.
 */
export const StoryChange = z.discriminatedUnion('kind', [
  /** Sets one field. Without `was` the field was missing; without `value` it goes away. */
  z.object({
    kind: z.literal('set'),
    field: Field,
    was: JsonValue.optional(),
    value: JsonValue.optional()
  }),
  z.object({ kind: z.literal('add-topic'), topic: Topic, before: Topic.nullable() }),
  z.object({ kind: z.literal('remove-topic'), topic: Topic }),
  z.object({
    kind: z.literal('add-link'),
    link: JsonValue,
    before: Key.nullable(),
    after: Key.nullable().optional()
  }),
  z.object({ kind: z.literal('remove-link'), link: Key }),
  z.object({
    kind: z.literal('move-link'),
    link: Key,
    before: Key.nullable(),
    after: Key.nullable().optional()
  }),
  /** Like `set`, for one field of one link. */
  z.object({
    kind: z.literal('set-link'),
    link: Key,
    field: Field,
    was: JsonValue.optional(),
    value: JsonValue.optional()
  })
])
export type StoryChange = z.infer<typeof StoryChange>
