import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SavedView, ViewChange } from '#shared/library/saved-view'
import { explainViewError } from '#shared/library/view-error'
import type { Desk } from './desk'
import type { LibraryStore } from './library-store'
import { narrowingOf, queryOfView } from './query-of-view'
import { sameViews } from './same-views'
import { USUAL_ORDER, type View, type ViewStore } from './view-store'

/** What the editor is giving a name to: the list as it is, or a view that has one. `null`: nothing. */
export type Naming =
  | { readonly kind: 'save' }
  | { readonly kind: 'rename'; readonly view: SavedView }
export type NamingStore = StoreApi<{ readonly naming: Naming | null }>

export const createNamingStore = (): NamingStore => createStore(() => ({ naming: null }))

/** Shows what a saved view asks for, in its order. */
export function showSaved(desk: Desk, view: SavedView): void {
  const { facets } = desk.overview.getState()
  const shown = {
    name: 'all',
    ...narrowingOf(view.query, facets),
    sort: view.sort ?? USUAL_ORDER.sort,
    group: view.group ?? USUAL_ORDER.group
  } as const
  desk.view.setState({ ...shown, saved: { view, shown } })
  const { rows } = desk.list.getState()
  const { current } = desk.view.getState()
  if (!rows.some(({ id }) => id === current)) desk.view.setState({ current: rows[0]?.id ?? null })
}

/** Keeps the list under a name. @returns why it was not, in one sentence, or `null`. */
export async function saveView(desk: Desk, name: string): Promise<string | null> {
  const view = viewOf(desk, name.trim())
  const why = await change(desk, { was: null, view, before: null })
  if (why !== null) return why
  showSaved(desk, view)
  desk.voice.announce(`Saved as ${view.name}`)
  return null
}

/** Gives a saved view another name. @returns why not, in one sentence, or `null`. */
export async function renameView(desk: Desk, was: SavedView, name: string): Promise<string | null> {
  const view = { ...was, name: name.trim() }
  if (view.name === was.name) return null
  const { saved } = desk.view.getState()
  const why = await change(desk, { was, view, before: null })
  if (why === null && saved?.view.name === was.name)
    desk.view.setState({ saved: { ...saved, view } })
  if (why === null) desk.voice.announce(`Renamed to ${view.name}`)
  return why
}

/** Lets a saved view be what the list is now. */
export async function updateView(desk: Desk, was: SavedView): Promise<void> {
  const view = viewOf(desk, was.name)
  const why = await change(desk, { was, view, before: null })
  if (why !== null) return refuse(desk, why)
  showSaved(desk, view)
  done(desk, `${view.name} is changed.`, { was: view, view: was, before: null })
}

/** Takes a saved view out of the file; the list stays as it is. */
export async function deleteView(desk: Desk, was: SavedView): Promise<void> {
  const { views = [] } = desk.library.getState().state
  const at = views.findIndex(({ name }) => name === was.name)
  const before = views[at + 1]?.name ?? null
  const why = await change(desk, { was, view: null, before: null })
  if (why !== null) return refuse(desk, why)
  done(desk, `${was.name} is deleted.`, { was: null, view: was, before })
}

/** Whether the list is no longer what the saved view was when it was chosen. */
export const isChangedView = (view: View): boolean =>
  view.saved !== null &&
  (['name', 'text', 'filters', 'sort', 'group'] as const).some(
    (part) => view[part] !== view.saved?.shown[part]
  )

/** Whether there is anything to keep that is not kept yet. */
export const canSaveView = (view: View): boolean =>
  view.saved === null
    ? view.text.trim() !== '' || view.filters.length > 0 || view.group !== 'none'
    : isChangedView(view)

/** Follows the file: what is shown goes on under its name, whoever changed it, and forgets a name that is gone. */
export function keepSavedViews(
  library: LibraryStore,
  view: ViewStore,
  show: (view: SavedView) => void
): void {
  library.subscribe(({ state: { views = [] } }, { state: { views: before = [] } }) => {
    const { saved } = view.getState()
    if (saved === null || sameViews(views, before)) return
    const now = views.find(({ name }) => name === saved.view.name)
    if (now === undefined) view.setState({ saved: null })
    else if (queryText(now) === queryText(saved.view)) return
    else if (isChangedView(view.getState())) view.setState({ saved: { ...saved, view: now } })
    else show(now)
  })
}

const queryText = ({ query, sort, group }: SavedView): string =>
  JSON.stringify([query, sort, group])

function viewOf(desk: Desk, name: string): SavedView {
  const view = desk.view.getState()
  return {
    name,
    query: queryOfView(view),
    ...(view.sort !== USUAL_ORDER.sort && { sort: view.sort }),
    ...(view.group !== 'none' && { group: view.group })
  }
}

async function change(desk: Desk, wanted: ViewChange): Promise<string | null> {
  const result = await desk.transport.call('view.change', wanted).catch(() => null)
  if (result === null) return 'The connection to Storydesk broke. The view may not be saved.'
  return result.ok ? null : explainViewError(result.error)
}

function done(desk: Desk, fact: string, back: ViewChange): void {
  desk.voice.notify({
    kind: 'done',
    fact,
    detail: 'The change stands in storydesk.yml.',
    action: {
      words: 'Undo',
      run: () => void change(desk, back).then((why) => why !== null && refuse(desk, why))
    }
  })
}

const refuse = (desk: Desk, why: string): void =>
  desk.voice.notify({ kind: 'problem', fact: 'The view was not changed.', detail: why })
