import * as z from 'zod'
import type { Repository } from '../library/changed-story'
import type { Clash } from '../library/clash'
import { ClashChoice } from '../library/clash'
import type { CommitError, DeskChanges, RevertError } from '../library/desk-changes'
import type { GitError } from '../library/git-error'
import type { MergeSetup } from '../library/merge-setup'
import { RevertPart } from '../library/revert-part'
import type { Result } from '../result'
import type { LinkDiff } from '../story/field-diff'
import { StoryId } from '../story/story-id'

/** What the requests about git answer. Each comes in bounded time, whatever git does. */
export type ChangesReplies = {
  /** Stories that are not as in the last commit, field by field. */
  'changes.list': Result<DeskChanges, GitError>
  /** Where the library stands, by what is known here: no remote is asked. */
  'changes.repository': Result<Repository, GitError>
  'changes.links': Result<readonly LinkDiff[], RevertError>
  /** What became of a story line by line, as `git diff` says it. */
  'changes.lines': Result<string, GitError>
  /** A step like any other. */
  'changes.revert': Result<null, RevertError>
  /** A message in plain words for a commit of these stories. */
  'changes.suggest': Result<string, GitError>
  /** The commit's name. */
  'changes.commit': Result<string, CommitError>
  /** What two sides made of a story that holds conflict markers, and what both changed. */
  'changes.clash': Result<Clash, RevertError>
  'changes.settle': Result<null, RevertError>
  'changes.mergeSetup': Result<MergeSetup, GitError>
  /** Runs the two lines of `changes.mergeSetup`. */
  'changes.setUpMerge': Result<null, GitError>
}

const Stories = z.array(StoryId).max(1_000_000)

/** What they take. */
export const changesParams = {
  'changes.list': z.null(),
  'changes.repository': z.null(),
  'changes.links': z.object({ id: StoryId }),
  'changes.lines': z.object({ id: StoryId }),
  'changes.revert': z.object({ id: StoryId, part: RevertPart }),
  'changes.suggest': z.object({ ids: Stories }),
  'changes.commit': z.object({
    ids: Stories,
    message: z.string().max(100_000),
    overrule: z.boolean()
  }),
  'changes.clash': z.object({ id: StoryId }),
  'changes.settle': z.object({ id: StoryId, choices: z.array(ClashChoice).max(10_000) }),
  'changes.mergeSetup': z.null(),
  'changes.setUpMerge': z.null()
}
