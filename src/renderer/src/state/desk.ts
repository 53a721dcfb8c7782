import type { Transport } from '#shared/contract/contract'
import { reviewDecided } from './bulk-actions'
import { type BulkStore, createBulkStore } from './bulk-store'
import { type ChangedOutsideStore, createChangedOutside } from './changed-outside'
import { createDetailStore, type DetailStore } from './detail-store'
import { keepDrafts } from './drafts'
import { createEditStore, type EditStore } from './edit-store'
import { keepCurrent } from './keep-current'
import { travel } from './library-actions'
import { createLibraryStore, type LibraryStore, whyNotSaved } from './library-store'
import { linkNames } from './link-names'
import { createListEditStore, type ListEditStore } from './list-edit-store'
import { createListStore, type ListStore } from './list-store'
import { sayLost } from './lost-story'
import { createNewFromDisk, type NewFromDisk } from './new-from-disk'
import { createVoice, type Voice } from './notice-store'
import { createOpenStory } from './open-story'
import { createOutsideStore, type OutsideStore } from './outside-store'
import { createOverviewStore, type OverviewStore } from './overview-store'
import { createRecentStore, type RecentStore } from './recent-store'
import { createNamingStore, keepSavedViews, type NamingStore, showSaved } from './saved-views'
import { sayFound } from './say-found'
import { createSelectionStore, type SelectionStore } from './selection-store'
import { createSettingsStore, type SettingsStore } from './settings-store'
import { createTimelineStore, noting, type TimelineStore } from './timeline'
import { createViewStore, type ViewStore } from './view-store'
import { createWindowStore, type WindowStore } from './window-store'

/** All that a window knows, and its way to the library. */
export type Desk = {
  readonly transport: Transport
  readonly library: LibraryStore
  readonly view: ViewStore
  readonly list: ListStore
  readonly overview: OverviewStore
  readonly selection: SelectionStore
  readonly details: DetailStore
  readonly edits: EditStore
  readonly listEdits: ListEditStore
  /** Changes of many stories. */
  readonly bulk: BulkStore
  readonly voice: Voice
  /** What other programs did of late. */
  readonly outside: OutsideStore
  /** The stories that they changed behind the editor's back. */
  readonly changedOutside: ChangedOutsideStore
  /** The links that they added to the open story. */
  readonly newFromDisk: NewFromDisk
  /** What was done in this window, for Undo and Redo. */
  readonly timeline: TimelineStore
  readonly settings: SettingsStore
  readonly recent: RecentStore
  /** Which view is being given a name. */
  readonly naming: NamingStore
  /** Which dialogs are open, and the like. */
  readonly window: WindowStore
}

/** Puts one window's state together. `storage` keeps what outlives the window, `session` what outlives a reload. */
export function createDesk(host: Transport, storage: Storage, session: Storage): Desk {
  const timeline = createTimelineStore()
  const transport = noting(host, timeline)
  const settings = createSettingsStore(storage)
  const view = createViewStore(settings.getState())
  // Before the library takes an event in, it still knows what was there.
  const changedOutside = createChangedOutside(host, view, (id) =>
    library.getState().stories.has(id)
  )
  const library = createLibraryStore(transport)
  const list = createListStore(library, view)
  const details = createDetailStore(transport, library, view)
  const voice = createVoice(() => whyNotSaved(library.getState()))
  sayFound(view, list, voice)
  keepCurrent(library, view, list, createOpenStory(session), (story) => sayLost(desk, story))
  const desk: Desk = {
    transport,
    library,
    view,
    list,
    overview: createOverviewStore(list, library),
    selection: createSelectionStore(list),
    details,
    edits: createEditStore(
      transport,
      library,
      voice,
      linkNames(details),
      () => void travel(desk, 'undo')
    ),
    listEdits: createListEditStore(transport, details, voice),
    bulk: createBulkStore(
      transport,
      voice,
      () => void travel(desk, 'undo'),
      (change, ids) => reviewDecided(desk, change, ids)
    ),
    voice,
    outside: createOutsideStore(host, voice),
    changedOutside,
    newFromDisk: createNewFromDisk(host, details.store),
    timeline,
    settings,
    recent: createRecentStore(transport, library),
    naming: createNamingStore(),
    window: createWindowStore()
  }
  keepSavedViews(library, view, (saved) => showSaved(desk, saved))
  keepDrafts(desk.edits, library, session)
  return desk
}
