import type { DoneStep } from '#shared/library/history'
import type { FieldDiff } from '#shared/story/field-diff'
import type { Desk } from './desk'
import { travel } from './library-actions'
import { countOf } from './story-words'

/** What was done since Storydesk was started, newest first; `null` if that cannot be asked. */
export const doneSteps = (desk: Desk): Promise<readonly DoneStep[] | null> =>
  desk.transport.call('history.list', null).catch(() => null)

/** What one step did to one story, field by field; nothing if its versions are not kept. */
export async function stepDiffs(
  desk: Desk,
  { id, before, after }: DoneStep['stories'][number]
): Promise<readonly FieldDiff[]> {
  const isNow = desk.library.getState().stories.get(id)?.version === after
  const until = isNow ? null : after
  const diffs = await desk.transport
    .call('versions.diff', { id, version: before, until })
    .catch(() => null)
  return diffs?.ok ? diffs.value : []
}

/** Takes back the newest steps, one after the other, up to and with the one at `index`, and says how many. */
export async function undoTo(desk: Desk, index: number): Promise<void> {
  let left = (await doneSteps(desk))?.length ?? 0
  const wanted = left - index - 1
  let undone = 0
  while (left > wanted) {
    const acts = desk.timeline.getState().past.length
    await travel(desk, 'undo')
    const now = (await doneSteps(desk))?.length ?? left
    // A review that was taken back is progress too; a step that stays is none.
    if (now === left && desk.timeline.getState().past.length === acts) break
    undone += left - now
    left = now
  }
  desk.voice.announce(`${countOf(undone, 'step', 'steps')} undone`)
}
