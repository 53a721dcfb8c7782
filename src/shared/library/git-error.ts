import { assertNever } from '../result'

/** What is going on in a repository, so that nothing may be committed. */
export type GitBusy = 'locked' | 'merge' | 'rebase' | 'cherry-pick' | 'revert'

/** Why git did not do what it was asked. Plain data. */
export type GitError =
  /** There is no program `git`. */
  | { readonly code: 'no-git' }
  | { readonly code: 'old-git'; readonly version: string }
  | { readonly code: 'no-repository' }
  /** Git does not trust the repository, because it belongs to somebody else. */
  | { readonly code: 'untrusted' }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'busy'; readonly busy: GitBusy }
  /** Git does not know who commits. */
  | { readonly code: 'no-identity' }
  /** Nothing was chosen, or what was chosen is as it was in the last commit. */
  | { readonly code: 'nothing-to-commit' }
  | { readonly code: 'no-message' }
  /** A chosen story still clashes with another version. */
  | { readonly code: 'conflicted'; readonly story: string }
  | { readonly code: 'not-committed'; readonly story: string }
  /** Git keeps no versions of a story that could be put together. */
  | { readonly code: 'no-clash'; readonly story: string }
  /** Anything else, such as a hook that refuses, in git's own words. */
  | { readonly code: 'failed'; readonly reason: string }

/** The oldest git that Storydesk works with. */
export const OLDEST_GIT = '2.30'

/** What happened, what was not lost, and what to do, in the editor's words. */
export function explainGitError(error: GitError): string {
  switch (error.code) {
    case 'no-git':
      return 'Git is not installed, so changes cannot be shown or committed. Everything else works, and your stories are saved.'
    case 'old-git':
      return `Git ${error.version} is too old: changes need ${OLDEST_GIT} or newer. Everything else works, and your stories are saved.`
    case 'no-repository':
      return 'This folder is not in a git repository, so there is nothing to compare with. Your stories are saved all the same.'
    case 'untrusted':
      return 'Git does not trust this repository, because its folder belongs to another user. Your stories are saved. Add the folder to safe.directory in git’s settings.'
    case 'timeout':
      return `Git did not answer within ${error.seconds} seconds and was stopped. Your stories are saved. Try again, or run git status in a terminal to see what holds it.`
    case 'busy':
      return `${BUSY[error.busy]} Nothing was committed, and your stories are saved.`
    case 'no-identity':
      return 'Git does not know who you are, so nothing was committed. Set user.name and user.email in git’s settings, then try again.'
    case 'nothing-to-commit':
      return 'The chosen stories are as in the last commit, so there is nothing to commit.'
    case 'no-message':
      return 'A commit needs a message. Nothing was committed.'
    case 'conflicted':
      return `${error.story} still clashes with another version. Nothing was committed. Settle it first.`
    case 'not-committed':
      return `${error.story} is not in the last commit, so there is nothing to go back to. Nothing was changed.`
    case 'no-clash':
      return `Git keeps nothing of ${error.story} to put together: it does not clash, or was marked as settled. Nothing was changed.`
    case 'failed':
      return `Git refused: ${error.reason} Nothing was committed, and your stories are saved.`
    default:
      return assertNever(error)
  }
}

const BUSY: Readonly<Record<GitBusy, string>> = {
  locked: 'Another program is working in this repository, or a lock was left behind (index.lock).',
  merge: 'A merge is not finished here. Finish or abort it first.',
  rebase: 'A rebase is not finished here. Finish or abort it first.',
  'cherry-pick': 'A cherry-pick is not finished here. Finish or abort it first.',
  revert: 'A revert is not finished here. Finish or abort it first.'
}
