import type { SavedView } from '#shared/library/saved-view'
import { explainViewError } from '#shared/library/view-error'
import type { Desk } from './desk'

/**
 * Moves a saved view up (`by` -1) or down (1) in the list that everybody has.
 *
 * @returns why not, in one sentence, or `null`.
 */
export async function moveView(desk: Desk, view: SavedView, by: -1 | 1): Promise<string | null> {
  const { views = [] } = desk.library.getState().state
  const at = views.findIndex(({ name }) => name === view.name)
  const to = at + by
  if (at === -1 || to < 0 || to >= views.length) return null
  const before = views[by === 1 ? to + 1 : to]?.name ?? null
  const moved = await desk.transport
    .call('view.change', { was: view, view, before })
    .catch(() => null)
  if (moved === null) return 'The connection to Storydesk broke. The view may not be moved.'
  if (!moved.ok) return explainViewError(moved.error)
  desk.voice.announce(`${view.name} is ${to + 1} of ${views.length}`)
  return null
}
