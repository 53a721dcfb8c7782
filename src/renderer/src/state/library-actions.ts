import { explainLibraryError, type LibraryError } from '#shared/library/library-error'
import type { Result } from '#shared/result'
import { explain } from '#shared/story/story-error'
import type { Desk } from './desk'
import { isUnanswered, travelReviews } from './review-actions'
import { type Act, nextAct, travelled } from './timeline'

/** Lets the editor choose a folder: in the host's own dialog, or in ours where the host has none. */
export async function chooseFolder(desk: Desk): Promise<void> {
  const choice = await desk.transport.call('folder.choose', null).catch(() => null)
  if (choice?.kind === 'chosen') await openFolder(desk, choice.folder)
  if (choice?.kind === 'unavailable') desk.window.setState({ dialog: 'open-folder' })
  if (choice === null) notConnected(desk)
}

/** Opens another folder. @returns why it cannot be opened, in one sentence, or `null` if it could. */
export const openFolder = (desk: Desk, folder: string): Promise<string | null> =>
  opened(desk, desk.transport.call('library.switch', { folder }))

/** Opens the stories that come with Storydesk. @returns as `openFolder`. */
export const openSample = (desk: Desk): Promise<string | null> =>
  opened(desk, desk.transport.call('library.sample', null))

async function opened(
  desk: Desk,
  opening: Promise<Result<null, LibraryError>>
): Promise<string | null> {
  const result = await opening.catch(() => null)
  if (result?.ok) {
    const { sort, group } = desk.settings.getState()
    const order = { sort, group, saved: null }
    desk.view.setState({ name: 'all', text: '', filters: [], current: null, ...order })
    desk.window.setState({ dialog: 'none' })
    return null
  }
  const why =
    result === null ? 'The connection to Storydesk broke.' : explainLibraryError(result.error)
  desk.voice.notify({ kind: 'problem', fact: 'The folder was not opened.', detail: why })
  return why
}

/** Takes back the last step, or does it again. What could not be changed is said. */
export async function travel(desk: Desk, direction: 'undo' | 'redo'): Promise<void> {
  if (isUnanswered(desk)) return
  // What it offered to undo may be undone by now.
  if (desk.voice.store.getState().notice?.action !== undefined) desk.voice.dismiss()
  const act = nextAct(desk.timeline.getState(), direction)
  if (act !== undefined) {
    desk.timeline.setState((timeline) => travelled(timeline, direction))
    travelReviews(desk, act, direction)
    if (!act.inFiles) {
      if (direction === 'undo') openAgain(desk, act)
      return desk.voice.announce(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${act.label}`)
    }
  }
  const outcome = await desk.transport.call(`history.${direction}`, null).catch(() => undefined)
  if (outcome === undefined) return notConnected(desk)
  if (outcome === null) {
    return desk.voice.announce(direction === 'undo' ? 'Nothing to undo' : 'Nothing to redo')
  }
  const [first] = outcome.failed
  const verb = direction === 'undo' ? 'Undone' : 'Done again'
  if (act !== undefined && direction === 'undo') openAgain(desk, act)
  if (first === undefined) return desk.voice.announce(`${verb}: ${outcome.label}`)
  desk.voice.notify({
    kind: 'problem',
    fact: `${direction === 'undo' ? 'Not undone' : 'Not done again'}: ${outcome.label}.`,
    detail: explain(first)
  })
}

/** A decision that is taken back is to be taken again: its story is opened, if the list shows it. */
function openAgain(desk: Desk, { reviews }: Act): void {
  const [id, ...others] = new Set(reviews.map((step) => step.id))
  if (id === undefined || others.length > 0) return
  if (desk.list.getState().rows.some((row) => row.id === id)) desk.view.setState({ current: id })
}

/** Looks for changes on disk now. */
export async function lookAgain(desk: Desk): Promise<void> {
  await desk.transport.call('library.refresh', null).catch(() => notConnected(desk))
}

function notConnected(desk: Desk): void {
  desk.voice.notify({
    kind: 'problem',
    fact: 'Storydesk does not answer.',
    detail: 'It is tried again by itself. Nothing was changed.'
  })
}
