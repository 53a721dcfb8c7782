import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type CommitError,
  type DeskChanges,
  type DeskStory,
  explainRevertError
} from '#shared/library/desk-changes'
import { explainGitError, type GitError } from '#shared/library/git-error'
import type { RevertPart } from '#shared/library/revert-part'
import type { Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { countOf } from './story-words'

/** What the view of changes since the last commit knows. */
export type GitChangesState = {
  /** `null` until git has answered for the first time. */
  readonly changes: Result<DeskChanges, GitError> | null
  readonly isLooking: boolean
  /** Stories that stay out of the next commit. */
  readonly left: ReadonlySet<StoryId>
  /** What was typed; `null`: the suggested message holds. */
  readonly message: string | null
  readonly suggestion: string
  readonly isCommitting: boolean
  /** Why nothing was committed. */
  readonly refusal: CommitError | null
}

export type GitChanges = {
  readonly store: StoreApi<GitChangesState>
  /** Asks git again; one question at a time, and once more for what came in between. */
  look(): Promise<void>
  choose(ids: readonly StoryId[], isChosen: boolean): void
  write(message: string | null): void
  /** @param name what is taken back, for saying so. */
  revert(id: StoryId, part: RevertPart, name: string): Promise<void>
  commit(overrule: boolean): Promise<void>
}

/** Stories that can be committed now: a clash has to be settled before. */
export const committable = ({ changes }: GitChangesState): readonly DeskStory[] =>
  changes?.ok ? changes.value.stories.filter(({ kind }) => kind !== 'conflicted') : []

export const chosenIds = (state: GitChangesState): readonly StoryId[] =>
  committable(state).flatMap(({ id }) => (state.left.has(id) ? [] : id))

const BROKEN: GitError = { code: 'failed', reason: 'the connection broke.' }

export function createGitChanges(desk: Pick<Desk, 'transport' | 'voice'>): GitChanges {
  const { transport, voice } = desk
  const store = createStore<GitChangesState>(() => ({
    changes: null,
    isLooking: false,
    left: new Set(),
    message: null,
    suggestion: '',
    isCommitting: false,
    refusal: null
  }))
  let isStale = false
  let suggested = ''

  async function look(): Promise<void> {
    isStale = true
    if (store.getState().isLooking) return
    store.setState({ isLooking: true })
    while (isStale) {
      isStale = false
      const changes = await transport
        .call('changes.list', null)
        .catch(() => ({ ok: false, error: BROKEN }) as const)
      store.setState({ changes })
    }
    store.setState({ isLooking: false })
    await suggest()
  }

  async function suggest(): Promise<void> {
    const ids = chosenIds(store.getState())
    const asked = ids.join('\n')
    suggested = asked
    if (ids.length === 0) return store.setState({ suggestion: '' })
    const answer = await transport.call('changes.suggest', { ids: [...ids] }).catch(() => null)
    if (answer?.ok && asked === suggested) store.setState({ suggestion: answer.value })
  }

  async function revert(id: StoryId, part: RevertPart, name: string): Promise<void> {
    const answer = await transport.call('changes.revert', { id, part }).catch(() => null)
    if (answer?.ok) voice.announce(`${name} is as in the last commit. Undo brings it back.`)
    else {
      voice.notify({
        kind: 'problem',
        fact: 'Not reverted.',
        detail: answer === null ? 'The connection broke.' : explainRevertError(answer.error)
      })
    }
    await look()
  }

  async function commit(overrule: boolean): Promise<void> {
    const state = store.getState()
    const ids = chosenIds(state)
    const message = state.message ?? state.suggestion
    store.setState({ isCommitting: true, refusal: null })
    const answer = await transport
      .call('changes.commit', { ids: [...ids], message, overrule })
      .catch(() => ({ ok: false, error: { kind: 'git', error: BROKEN } }) as const)
    store.setState({ isCommitting: false })
    if (answer.ok) {
      store.setState({ message: null })
      voice.announce(`${countOf(ids.length, 'story', 'stories')} committed`)
    } else {
      store.setState({ refusal: answer.error })
      voice.announce(refusalWords(answer.error))
    }
    await look()
  }

  return {
    store,
    look,
    revert,
    commit,
    choose(ids, isChosen) {
      const left = new Set(store.getState().left)
      for (const id of ids) {
        if (isChosen) left.delete(id)
        else left.add(id)
      }
      store.setState({ left, refusal: null })
      void suggest()
    },
    write: (message) => store.setState({ message, refusal: null })
  }
}

/** Why nothing was committed, in the editor's words. */
export function refusalWords(refusal: CommitError): string {
  if (refusal.kind === 'git') return explainGitError(refusal.error)
  const { length } = refusal.findings
  return `Nothing was committed: ${countOf(length, 'story', 'stories')} would go online by mistake.`
}
