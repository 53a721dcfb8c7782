import { capsOfView } from './commands-going'
import type { Desk } from './desk'
import type { GroupBy } from './group-rows'
import { type PaletteLine, plainLine } from './palette-line'
import { canSaveView, showSaved } from './saved-views'
import { orderList } from './search-actions'
import { showView } from './story-actions'
import type { View, ViewName } from './view-store'

/** The views that every library has, and those that this one keeps. */
export const viewLines = (desk: Desk): readonly PaletteLine[] => [
  ...ownViews(desk),
  ...(desk.library.getState().state.views ?? []).map((view) => ({
    ...plainLine,
    id: `saved ${view.name}`,
    menu: 'view' as const,
    words: view.name,
    detail:
      desk.view.getState().saved?.view.name === view.name ? 'saved view, shown now' : 'saved view',
    run: (each: Desk) => showSaved(each, view)
  }))
]

const VIEWS: readonly { readonly name: ViewName; readonly words: string }[] = [
  { name: 'inbox', words: 'Inbox' },
  { name: 'all', words: 'All stories' },
  { name: 'published', words: 'Published stories' },
  { name: 'unpublished', words: 'Unpublished stories' },
  { name: 'held', words: 'Held stories' },
  { name: 'problems', words: 'Problems' }
]

const ownViews = (desk: Desk): readonly PaletteLine[] =>
  VIEWS.map(({ name, words }) => ({
    ...plainLine,
    id: `view ${name}`,
    menu: 'view' as const,
    words,
    detail: isShown(desk.view.getState(), name) ? 'shown now' : null,
    caps: capsOfView(name),
    isSequence: true,
    run: (each) => showView(each, name)
  }))

const isShown = (view: View, name: ViewName): boolean => view.name === name && view.saved === null

/** What can be done with the list as it is. */
export const listLines = (desk: Desk): readonly PaletteLine[] => [
  {
    ...plainLine,
    id: 'save-view',
    menu: 'view',
    words: 'Save as view',
    why: canSaveView(desk.view.getState()) ? null : 'Nothing to save',
    run: (each) => each.naming.setState({ naming: { kind: 'save' } })
  },
  ...GROUPS.map(({ group, words }) => ({
    ...plainLine,
    id: `group ${group}`,
    menu: 'view' as const,
    words,
    detail: desk.view.getState().group === group ? 'chosen now' : null,
    run: (each: Desk) => orderList(each, { group })
  }))
]

const GROUPS: readonly { readonly group: GroupBy; readonly words: string }[] = [
  { group: 'provider', words: 'Group by provider' },
  { group: 'topic', words: 'Group by first topic' },
  { group: 'month', words: 'Group by month' },
  { group: 'none', words: 'No groups' }
]
