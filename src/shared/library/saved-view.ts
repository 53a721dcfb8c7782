import * as z from 'zod'
import { GROUPINGS } from './grouping'
import { parseQuery } from './query-parse'
import { parseSort, type Sort } from './query-sort'

/** A search with its order, kept under a name in `storydesk.yml`, so that everybody who works on the library has it. */
export const SavedView = z.strictObject({
  /** No two views of a library have the same, whatever its case. */
  name: z
    .string()
    .min(1)
    .max(80)
    .regex(/^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u, 'one line, without blanks around it'),
  /** As it is typed into the search box; empty: all stories. */
  query: z
    .string()
    .max(4000)
    .superRefine((text, { addIssue }) => {
      const query = parseQuery(text)
      if (!query.ok) addIssue(query.error.message)
    }),
  /** The usual order where it says none. */
  sort: z
    .custom<Sort>((text) => typeof text === 'string' && parseSort(text) !== null, {
      error: 'There is no such order.'
    })
    .optional(),
  group: z.enum(GROUPINGS).optional()
})
export type SavedView = z.infer<typeof SavedView>

/**
 * What an editor wants of the saved views, and what they saw: `was: null` adds one, `view: null` takes one out, else one
 * becomes the other. Where both are the same, it moves.
 */
export const ViewChange = z.object({
  was: SavedView.nullable(),
  view: SavedView.nullable(),
  /** The name of the view that an added or moved one stands before; `null`: last. */
  before: z.string().max(80).nullable()
})
export type ViewChange = z.infer<typeof ViewChange>

/** Two names that differ in case only would be taken for the same. */
export const isSameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
