import type { FieldDiff } from '../story/field-diff'
import type { Finding } from '../story/finding'
import { explain, type StoryError } from '../story/story-error'
import type { StoryId } from '../story/story-id'
import type { ChangedStory, Repository } from './changed-story'
import { explainGitError, type GitError } from './git-error'

/** Who changed something since the last commit: this desk, somebody else, or one after the other. */
export type ChangedBy = 'desk' | 'outside' | 'both'

/** One field that is not as in the last commit. */
export type ChangedRow = FieldDiff & {
  /** `null` where the desk does not remember far enough back. */
  readonly by: ChangedBy | null
  /** Whether it can be taken back by itself: not where it is about the file as a whole, nor a field that is closed. */
  readonly canRevert: boolean
}

/** A story that is not as in the last commit. */
export type DeskStory = Omit<ChangedStory, 'fields'> & { readonly rows: readonly ChangedRow[] }

/** What became of a library's stories since the last commit, in the order of their paths. */
export type DeskChanges = {
  readonly repository: Repository
  readonly stories: readonly DeskStory[]
  /** Folders of the library with stories in them that are repositories of their own: this one knows nothing of them. */
  readonly apart: readonly string[]
}

/** Why something was not taken back, or cannot be looked at. */
export type RevertError =
  | { readonly kind: 'git'; readonly error: GitError }
  | { readonly kind: 'story'; readonly error: StoryError }

export const explainRevertError = ({ kind, error }: RevertError): string =>
  kind === 'git' ? explainGitError(error) : explain(error)

/** Why nothing was committed. `findings`: it can be overruled. */
export type CommitError =
  | { readonly kind: 'git'; readonly error: GitError }
  | {
      readonly kind: 'findings'
      readonly findings: readonly (Pick<Finding, 'rule' | 'message'> & {
        readonly story: StoryId
      })[]
    }
