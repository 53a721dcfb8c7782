import * as z from 'zod'
import { AppSettingChange } from '../app-settings'
import type { Subscribable } from '../emitter'
import type { BulkOutcome, BulkPreview } from '../library/bulk'
import type { DoneStep } from '../library/history'
import type { KeptVersion } from '../library/kept-version'
import type { LibraryError } from '../library/library-error'
import type { LibraryEvent, LibrarySnapshot } from '../library/library-state'
import { Review } from '../library/review'
import { ViewChange } from '../library/saved-view'
import { SettingChange } from '../library/setting-change'
import type { ViewError } from '../library/view-error'
import type { Result } from '../result'
import type { SettingError } from '../setting-error'
import type { SettingsSheet } from '../settings-sheet'
import { BulkChange } from '../story/bulk-change'
import type { FieldDiff } from '../story/field-diff'
import type { Finding } from '../story/finding'
import { LinkMove } from '../story/link-move'
import type { LinkSuggestion } from '../story/link-suggestion'
import type { Story, StoryDetail, StorySource } from '../story/story'
import { StoryChange } from '../story/story-change'
import type { StoryError } from '../story/story-error'
import { StoryId, Version } from '../story/story-id'
import { type ChangesReplies, changesParams } from './changes-contract'
import type { HostLink } from './host-event'
import { MenuCommands } from './menu-command'
import type { NewerVersion } from './newer-version'
import type { Troubles } from './troubles'

/** What an undo or redo did: the step's label, the stories it changed, and those it could not change. */
export type StepOutcome = {
  readonly label: string
  readonly stories: readonly StoryId[]
  readonly failed: readonly StoryError[]
}

/** What the host's own folder dialog answered; `unavailable` where the host has none. */
export type FolderChoice =
  | { readonly kind: 'chosen'; readonly folder: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable' }

/** The folders inside one folder, for choosing a library where the host has no dialog of its own. */
export type FolderListing = {
  readonly folder: string
  /** `null` at the top of what may be looked at. */
  readonly parent: string | null
  /** Names only, in alphabetical order; hidden folders are left out. */
  readonly folders: readonly string[]
}

/** A folder that was open before, with what it held when it was opened. */
export type RecentFolder = {
  readonly folder: string
  readonly stories: number
  readonly problems: number
  /** `false`: removed, renamed, or on a drive that is offline. */
  readonly isThere: boolean
}

/** What each request answers. */
export type Replies = ChangesReplies & {
  /** The whole state; the caller applies later events to it. */
  'library.open': LibrarySnapshot
  /** Opens another folder; its rows arrive as events after an event that removes the old ones. */
  'library.switch': Result<null, LibraryError>
  /** Opens the stories that come with Storydesk. No file of any other folder is touched. */
  'library.sample': Result<null, LibraryError>
  /** Looks for outside changes now instead of waiting for an event. */
  'library.refresh': null
  'folder.choose': FolderChoice
  /** Newest first. */
  'folder.recent': readonly RecentFolder[]
  'folder.list': Result<FolderListing, LibraryError>
  'story.read': Result<StoryDetail, StoryError>
  'story.source': Result<StorySource, StoryError>
  'story.change': Result<Story, StoryError>
  /** All that the checks find in a story now, worst first. */
  'story.findings': Result<readonly Finding[], StoryError>
  /** Coverage that the library knows and the story's list lacks, best first. The first answer takes longer. */
  'link.suggestions': Result<readonly LinkSuggestion[], StoryError>
  /** Remembers what is not related to a story, so that it is not suggested again. */
  'link.decline': null
  /** Both stories after it. One step for Undo. */
  'link.move': Result<readonly Story[], StoryError>
  /** What a bulk change would do, story by story. Nothing is written. */
  'bulk.preview': readonly BulkPreview[]
  /** Answers when it is done or cancelled; `state.bulk` of the events says how far it is. `null`: no folder is open. */
  'bulk.change': BulkOutcome | null
  /** Stops the bulk change that is running. What is saved stays, and is one step for Undo. */
  'bulk.cancel': null
  /** Earlier versions of a story, newest first. */
  'versions.list': readonly KeptVersion[]
  'versions.read': Result<StoryDetail, StoryError>
  /** What became of a version until another: one row a field. `gone`: a version that is not kept any more. */
  'versions.diff': Result<readonly FieldDiff[], StoryError>
  /** A step like any other; also puts a deleted story back. */
  'versions.restore': Result<Story, StoryError>
  /** Every window hears of it by `reviewed` of an event. `null` takes it back. */
  'review.set': null
  /** Every window hears of it by `state.views` of an event. */
  'view.change': Result<null, ViewError>
  /** What was done since Storydesk was started and not undone, newest first. */
  'history.list': readonly DoneStep[]
  /** `null`: there was nothing to undo (redo). */
  'history.undo': StepOutcome | null
  'history.redo': StepOutcome | null
  'settings.read': SettingsSheet
  /** Changes a setting in `storydesk.yml`; every window hears of what it does by `state` of an event. */
  'settings.change': Result<null, SettingError>
  /** Changes a setting of this person on this machine. */
  'settings.change-own': Result<null, SettingError>
  /** Shows the story's file in the system's file manager. `false`: it is not there, or this host has none. */
  'story.reveal': boolean
  /** What a report about Storydesk needs, without anything that stories say; copied if the host can do that. */
  'host.diagnostics': { readonly text: string; readonly isCopied: boolean }
  /** `null`: there is none, or the person does not want to know. */
  'host.newer-version': NewerVersion | null
  'host.troubles': Troubles
  /** Puts the page's commands into the menus of the window; a host without menus does nothing. */
  'host.menu': null
}
export type Method = keyof Replies

const Stories = z.array(StoryId).max(1_000_000)

/** What each request takes. The compiler insists on one schema per reply. */
export const params = {
  ...changesParams,
  'library.open': z.null(),
  'library.switch': z.object({ folder: z.string().min(1).max(4096) }),
  'library.sample': z.null(),
  'library.refresh': z.null(),
  'folder.choose': z.null(),
  'folder.recent': z.null(),
  /** `null`: where the host suggests to start. */
  'folder.list': z.object({ folder: z.string().min(1).max(4096).nullable() }),
  'story.read': z.object({ id: StoryId }),
  'story.source': z.object({ id: StoryId }),
  /** Changes with the same `fold` that follow each other are one undo step (the keys of one typing). */
  'story.change': z.object({
    id: StoryId,
    change: StoryChange,
    fold: z.string().max(100).nullable()
  }),
  'story.findings': z.object({ id: StoryId }),
  'link.suggestions': z.object({ id: StoryId }),
  /** `isRelated` takes it back. */
  'link.decline': z.object({ id: StoryId, url: z.string().max(65_536), isRelated: z.boolean() }),
  'link.move': LinkMove,
  'bulk.preview': z.object({ ids: Stories, change: BulkChange }),
  'bulk.change': z.object({ ids: Stories, change: BulkChange }),
  'bulk.cancel': z.null(),
  'versions.list': z.object({ id: StoryId }),
  'versions.read': z.object({ id: StoryId, version: Version }),
  /** `until: null`: the file as it is now. */
  'versions.diff': z.object({ id: StoryId, version: Version, until: Version.nullable() }),
  'versions.restore': z.object({ id: StoryId, version: Version }),
  'review.set': z.object({ ids: Stories, review: Review.nullable() }),
  'view.change': ViewChange,
  'history.list': z.null(),
  'history.undo': z.null(),
  'history.redo': z.null(),
  'settings.read': z.null(),
  'settings.change': SettingChange,
  'settings.change-own': AppSettingChange,
  'story.reveal': z.object({ id: StoryId }),
  'host.diagnostics': z.null(),
  'host.newer-version': z.null(),
  'host.troubles': z.null(),
  'host.menu': z.strictObject({ commands: MenuCommands })
} satisfies Record<Method, z.ZodType>
export type Params<M extends Method> = z.infer<(typeof params)[M]>

/**
 * Whether requests get through at the moment. `refused`: there is a host, but it was started again since and does not
 * know this window.
 */
export type Connection = 'open' | 'broken' | 'refused'

/** How a window reaches the library. One implementation per transport: Electron IPC, WebSocket. */
export type Transport = Subscribable<LibraryEvent> & {
  call<M extends Method>(method: M, params: Params<M>): Promise<Replies[M]>
  /** Always `open` in Electron. */
  readonly connection: Subscribable<Connection>
  readonly host: HostLink
}
