import type { Problem } from '../problem'
import type { Story } from '../story/story'
import type { StoryFindings } from '../story/story-findings'
import type { StoryId } from '../story/story-id'
import type { QualitySettings } from '../story/story-settings'
import type { BulkProgress } from './bulk'
import type { DuplicateStories } from './duplicate-stories'
import type { ReviewChange } from './review'
import type { SavedView } from './saved-view'

/** The open folder, as every window shows it. Small: it travels with every event. */
export type LibraryState = {
  /**
   * `closed`: no folder chosen. `opening`: rows are still arriving. `open`: all rows are here.
   * `away`: the folder cannot be read at the moment; it is looked for again by itself.
   */
  readonly phase: 'closed' | 'opening' | 'open' | 'away'
  /** Absolute path, for showing only; empty when `closed`. */
  readonly folder: string
  /** Folders inside it that cannot be read, as paths below it with `/`, in order: their stories are missing. */
  readonly unreadable: readonly string[]
  /** Stories read so far, and how many there are in all as far as is known. */
  readonly progress: { readonly read: number; readonly total: number }
  /** What Undo and Redo would do now, e.g. `Set quality to 80`; `null` if nothing. */
  readonly undo: string | null
  readonly redo: string | null
  /** How far the bulk change is that is running; missing or `null` if none is. */
  readonly bulk?: BulkProgress | null
  /** How outside edits are noticed: by events, or by looking again now and then because events ran out. */
  readonly watching: 'events' | 'polling' | 'off'
  /** `url` and `baseurl` of the site's `_config.yml`; empty if not said there. */
  readonly site: { readonly url: string; readonly baseurl: string }
  /** What `storydesk.yml` says and cannot hold; the defaults take its place. Missing or empty if all is well. */
  readonly settingsProblems?: readonly Problem[]
  /** The searches that `storydesk.yml` keeps by name, in its order. */
  readonly views?: readonly SavedView[]
  /** The library's scores: how far they go, and those that one key sets. Missing: the usual ones. */
  readonly quality?: QualitySettings
  /** Whether editors may switch on pictures from the web here; missing: they may. */
  readonly remotePictures?: boolean
  /** Which files can be stories, where the library's settings say it; empty: as usual. */
  readonly patterns?: readonly string[]
  /** The topics that the site knows, in its order. */
  readonly vocabulary: readonly string[]
}

/** All that a window needs to start. Later events count on from `revision`. */
export type LibrarySnapshot = {
  readonly revision: number
  readonly state: LibraryState
  readonly stories: readonly Story[]
  /** Stories that are reviewed or held. */
  readonly reviews?: readonly ReviewChange[]
  /** Stories that are one report, as far as is known by now. */
  readonly duplicates?: readonly DuplicateStories[]
  /** What the checks found, as far as is known by now; stories without findings are left out. */
  readonly findings?: readonly StoryFindings[]
}

/** Sent to every window. `revision` grows by one per event, so a gap means: open again. */
export type LibraryEvent = {
  readonly revision: number
  /** Who caused it: an editor here, another program, or the first reading of the folder. */
  readonly source: 'desk' | 'disk' | 'scan'
  /** New and changed rows. */
  readonly saved: readonly Story[]
  readonly removed: readonly StoryId[]
  /** Stories that went on under another name: `from` is among the removed, `to` among the saved ones. */
  readonly renamed?: readonly Renamed[]
  /** Stories that were reviewed, held, or neither any more. */
  readonly reviewed?: readonly ReviewChange[]
  /** All stories that are one report, if they are others than before. */
  readonly duplicates?: readonly DuplicateStories[]
  /** Stories in which the checks find something else than before. */
  readonly findings?: readonly StoryFindings[]
  readonly state: LibraryState
}

/** A story whose file was renamed or moved. */
export type Renamed = { readonly from: StoryId; readonly to: StoryId }

/** Applies one event to the rows a window holds. @returns a new map; the old one stays as it was. */
export function applyEvent(
  stories: ReadonlyMap<StoryId, Story>,
  event: LibraryEvent
): ReadonlyMap<StoryId, Story> {
  if (event.saved.length === 0 && event.removed.length === 0) return stories
  const next = new Map(stories)
  for (const id of event.removed) next.delete(id)
  for (const story of event.saved) next.set(story.id, story)
  return next
}
