import type { FieldDiff } from '../story/field-diff'
import type { StoryId } from '../story/story-id'
import type { GitBusy } from './git-error'

/** A story that is not as it was in the last commit. */
export type ChangedStory = {
  readonly id: StoryId
  /** `conflicted`: a merge left it to a person. */
  readonly kind: 'changed' | 'added' | 'deleted' | 'renamed' | 'conflicted'
  /** What a renamed story was called; `null` for all others. It may have been no story there. */
  readonly from: string | null
  /** The title in the last commit, where the folder may have none: of stories that are gone or clash; else `null`. */
  readonly title: string | null
  /** One row a field against the last commit; none for added and deleted stories. */
  readonly fields: readonly FieldDiff[]
}

/** Where the library stands in git. */
export type Repository = {
  /** `null` if no branch is checked out (a detached HEAD). */
  readonly branch: string | null
  /** `null` before the first commit. */
  readonly commit: string | null
  /** Commits that the branch it follows does not have, and the other way round, as of the last fetch; `null` without one. */
  readonly ahead: number | null
  readonly behind: number | null
  /** Why nothing may be committed at the moment, or `null`. */
  readonly busy: GitBusy | null
}

/** What became of a library's stories since the last commit, in the order of their paths. */
export type Changes = { readonly repository: Repository; readonly stories: readonly ChangedStory[] }
