import type { Json } from '#shared/json'
import type { StoryStep } from '#shared/library/history'
import { fail, ok, type Result } from '#shared/result'
import type { LinkMove } from '#shared/story/link-move'
import type { Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { sameJson } from '../story/same-json'
import type { SaveOutcome } from './save-story'
import type { SaveWork } from './story-worker'

type MoveLinkParts = {
  /** The link as the file of its story says it. */
  readonly linkIn: (id: StoryId, link: LinkMove['link']) => Promise<Result<Json, StoryError>>
  /** Writes one story. */
  readonly save: (id: StoryId, work: SaveWork) => Promise<Result<SaveOutcome, StoryError>>
}

/** Both stories after the move, and the way back of both. */
export type MovedLink = {
  /** As both files say it. */
  readonly link: Json
  readonly stories: readonly Story[]
  readonly steps: readonly StoryStep[]
}

/**
 * Takes a link from one story to another. It is added before it is removed, so whatever ends the work in between
 * leaves it in both stories and never in none; if it cannot be removed, it is taken back from the other.
 */
export async function moveLink(
  { from, to, link, before, after }: LinkMove,
  { linkIn, save }: MoveLinkParts
): Promise<Result<MovedLink, StoryError>> {
  if (from === to) {
    const reason = 'the link is in this story already'
    return fail({ code: 'not-editable', id: from, field: 'related', reason })
  }
  const found = await linkIn(from, link)
  if (!found.ok) return found
  const change = (id: StoryId, one: StoryChange) => save(id, { kind: 'change', changes: [one] })

  const added = await change(to, { kind: 'add-link', link: found.value, before, after })
  if (!added.ok) return added
  const removed = await change(from, { kind: 'remove-link', link })
  if (!removed.ok || !isOf(removed.value, found.value)) {
    const steps = [added, removed].flatMap((saved) => (saved.ok ? (saved.value.step ?? []) : []))
    for (const step of steps) await save(step.id, { kind: 'take-back', step })
    return removed.ok
      ? fail({ code: 'disk', id: from, reason: 'its link was changed meanwhile' })
      : removed
  }
  const both = [removed.value, added.value]
  return ok({
    link: found.value,
    stories: both.map(({ story }) => story),
    steps: both.flatMap(({ step }) => step ?? [])
  })
}

/** Whether what was removed is the very link that was added: a robot may have changed it in between. */
function isOf({ step }: SaveOutcome, link: Json): boolean {
  const [back] = step?.inverse ?? []
  return back?.kind === 'add-link' && sameJson(back.link, link)
}
