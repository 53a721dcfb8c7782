import * as z from 'zod'
import type { FieldDiff } from '../story/field-diff'
import type { Finding } from '../story/finding'
import { Key } from '../story/story-change'
import { explain, type StoryError } from '../story/story-error'
import type { StoryId } from '../story/story-id'
import type { ChangedStory, Repository } from './changed-story'
import { explainGitError, type GitError } from './git-error'

/** Who changed something since the last commit: this desk, somebody else, or one after the other. */
export type ChangedBy = 'desk' | 'outside' | 'both'

/** One field that is not as in the last commit. */
export type ChangedRow = FieldDiff & {
  readonly by: ChangedBy
  /** Whether it can be taken back by itself: not where it is about the file as a whole, nor a field that is closed. */
  readonly canRevert: boolean
}

/** A story that is not as in the last commit. */
export type DeskStory = Omit<ChangedStory, 'fields'> & { readonly rows: readonly ChangedRow[] }

/** What became of a library's stories since the last commit, in the order of their paths. */
export type DeskChanges = {
  readonly repository: Repository
  readonly stories: readonly DeskStory[]
}

/** A part of a story that can be taken back by itself. */
export const StoryPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.string().min(1).max(1000) }),
  z.object({ kind: z.literal('link'), link: Key })
])
export type StoryPart = z.infer<typeof StoryPart>

/** What of a story is made as it was in the last commit. */
export const RevertPart = z.union([z.object({ kind: z.literal('story') }), StoryPart])
export type RevertPart = z.infer<typeof RevertPart>

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
