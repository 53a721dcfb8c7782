import type { Finding, RuleId } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import { bulkNotice } from './bulk-store'
import type { Desk } from './desk'
import { travel } from './library-actions'

/** Mends one thing that the checks found in a story, as one step. */
export async function fixFinding(desk: Desk, id: StoryId, { rule, field }: Finding): Promise<void> {
  const outcome = await desk.transport
    .call('bulk.change', { ids: [id], change: { kind: 'fix', rule, field } })
    .catch(() => null)
  desk.voice.notify(bulkNotice(outcome, 1, () => void travel(desk, 'undo')))
}

/** Shows what mending all that a rule finds would do, in every story where that is safe. */
export function draftFix(desk: Desk, rule: RuleId): void {
  const ids = [...desk.library.getState().findings].flatMap(([id, found]) =>
    found.some((each) => each.rule === rule && each.fixable > 0) ? id : []
  )
  void desk.bulk.draft({ kind: 'fix', rule, field: null }, ids)
}
