import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { LibraryStore } from './library-store'
import type { ListStore } from './list-store'
import type { OpenStory } from './open-story'
import { openListed } from './story-actions'
import { fileName } from './story-words'
import type { ViewStore } from './view-store'

/**
 * Sees to it that a story is open as soon as there is one: the one that was open in this tab before, else the first.
 * A story whose file is renamed stays open; when its file goes away, the next one is opened. So is the list's first one
 * when a view or a filter hides the open one; while a search is typed, the story stays until the search is left.
 *
 * @param onLost is told of an open story whose file went away.
 */
export function keepCurrent(
  library: LibraryStore,
  view: ViewStore,
  list: ListStore,
  openStory: OpenStory,
  onLost: (story: Story) => void
): void {
  let recalledIn: string | null = null
  /** The stories that came since the window was loaded, by the names of their files. */
  const arrived = new Map<string, StoryId>()

  function openFirst(): void {
    const [first] = list.getState().rows
    if (first !== undefined && library.getState().app === 'ready') {
      view.setState({ current: recall() ?? first.id })
    }
  }

  /** Only once for each opening of a folder: later nothing is open because the editor wants it so. */
  function recall(): StoryId | null {
    const { state, stories } = library.getState()
    if (recalledIn === state.folder) return null
    recalledIn = state.folder
    const id = openStory.recall(state.folder)
    return id !== null && stories.has(id) ? id : null
  }

  /** A file that was moved and changed at once is known by its name only: it came while the old one went. */
  function whereTo(lost: StoryId): StoryId | null {
    const { stories, renamed, touched } = library.getState()
    const renaming = renamed.find(({ from }) => from === lost)
    const name = fileName(lost)
    const sameName = touched?.find((id) => fileName(id) === name && stories.has(id))
    const to = renaming?.to ?? sameName ?? arrived.get(name)
    return to !== undefined && stories.has(to) ? to : null
  }

  list.subscribe((next, last) => {
    const { current } = view.getState()
    if (current === null) return openFirst()
    const { app, stories } = library.getState()
    if (stories.has(current) || app !== 'ready') return
    const moved = whereTo(current)
    if (moved !== null) return view.setState({ current: moved })
    const index = last.rows.findIndex(({ id }) => id === current)
    const lost = last.rows[index]
    const follower = next.rows[Math.min(Math.max(index, 0), next.rows.length - 1)]
    view.setState({ current: follower?.id ?? null })
    if (lost !== undefined && library.getState().state.phase === 'open') onLost(lost)
  })
  library.subscribe((next, last) => {
    if (next.stories !== last.stories && last.app === 'ready') {
      const come = next.touched?.filter((id) => !last.stories.has(id)) ?? []
      for (const id of come) arrived.set(fileName(id), id)
    }
    if (next.app !== last.app && view.getState().current === null) openFirst()
  })
  view.subscribe(({ name, filters, current }, last) => {
    const isNarrowed = name !== last.name || filters !== last.filters
    const isSame = current !== null && current === last.current
    if (isNarrowed && isSame && library.getState().app === 'ready') openListed({ list, view })
    const { folder } = library.getState().state
    if (current !== null && current !== last.current) openStory.keep(folder, current)
  })
}
