import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'

/** The stories that are chosen for one change of all of them. */
export type Selection = {
  readonly ids: ReadonlySet<StoryId>
  /** Where a range starts; `null` as long as nothing was chosen. */
  readonly anchor: StoryId | null
  /** What was chosen before the range that is being drawn, so that a range can shrink again. */
  readonly base: ReadonlySet<StoryId>
}

export const noSelection: Selection = { ids: new Set(), anchor: null, base: new Set() }

/** Chooses a story, or no longer; ranges start there from now on. */
export function withToggled({ ids }: Selection, id: StoryId): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id, base: next }
}

/**
 * Chooses all stories from where ranges start to this one, and no others than those that were chosen before.
 *
 * @param from where the range starts if none has yet.
 */
export function withRange(
  { anchor, base }: Selection,
  rows: readonly Story[],
  from: StoryId | null,
  to: StoryId
): Selection {
  const start = rows.findIndex(({ id }) => id === (anchor ?? from ?? to))
  const end = rows.findIndex(({ id }) => id === to)
  if (end === -1) return { ids: base, anchor, base }
  const [first, last] = start === -1 ? [end, end] : [Math.min(start, end), Math.max(start, end)]
  const range = rows.slice(first, last + 1).map(({ id }) => id)
  return { ids: new Set([...base, ...range]), anchor: rows[start]?.id ?? to, base }
}

/** All of these. */
export function allOf(rows: readonly Story[]): Selection {
  const ids = new Set(rows.map(({ id }) => id))
  return { ids, anchor: rows[0]?.id ?? null, base: ids }
}

/** Only what the list shows can be chosen. @returns the same selection if it shows all of it. */
export function within(selection: Selection, rows: readonly Story[]): Selection {
  const { ids, anchor, base } = selection
  if (ids.size === 0) return selection
  const shown = new Set(rows.filter(({ id }) => ids.has(id)).map(({ id }) => id))
  if (shown.size === ids.size) return selection
  return {
    ids: shown,
    anchor: anchor !== null && shown.has(anchor) ? anchor : null,
    base: new Set([...base].filter((id) => shown.has(id)))
  }
}
