import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { DeskChanges } from '#shared/library/desk-changes'
import { explainGitError } from '#shared/library/git-error'
import { useDesk, useDeskState } from '../../state/desk-context'
import { createGitChanges, type GitChanges } from '../../state/git-changes'
import { repositoryWords } from '../../state/repository-words'
import { countOf } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Icon } from '../../ui/Icon'
import { ChangedStories } from './ChangedStories'
import { CommitForm } from './CommitForm'
import styles from './GitChangesDialog.module.css'
import { MergeSetupPanel } from './MergeSetupPanel'

/** Stories that are not as in the last commit, field by field, and the way to commit them. */
export function GitChangesDialog() {
  const desk = useDesk()
  const [git] = useState(() => createGitChanges(desk))
  const { changes } = useStore(git.store)
  useFreshChanges(git)
  return (
    <Dialog
      title={changes?.ok ? titleOf(changes.value) : 'Changes since the last commit'}
      size="large"
      onClose={() => desk.window.setState({ dialog: 'none' })}
    >
      <FocusKeeper git={git}>
        <Content git={git} />
      </FocusKeeper>
    </Dialog>
  )
}

function titleOf({ repository, stories }: DeskChanges): string {
  const count = countOf(stories.length, 'story', 'stories')
  return repository.commit === null
    ? `${count} in no commit yet`
    : `${count} changed since the last commit`
}

/** What was taken back or committed is gone from here, with the button that did it: the keyboard must not be lost. */
function FocusKeeper({
  git,
  children
}: {
  readonly git: GitChanges
  readonly children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const last = useRef<Element | null>(null)
  const { changes, isCommitting } = useStore(git.store)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when something may have gone
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return
    last.current = null
    place.current?.focus()
  }, [changes, isCommitting])
  return (
    <div
      ref={place}
      className={styles.content}
      role="group"
      aria-label="Changes since the last commit"
      tabIndex={-1}
      onFocus={({ target }) => {
        last.current = target
      }}
    >
      {children}
    </div>
  )
}

function Content({ git }: { readonly git: GitChanges }) {
  const { changes, isLooking } = useStore(git.store)
  if (changes === null) {
    return (
      <div className={styles.alone} role="status">
        <Empty
          icon="changes"
          fact="Asking git what was changed."
          help="It has 30 seconds for that. Everything else goes on meanwhile."
        />
      </div>
    )
  }
  if (!changes.ok) {
    return (
      <div className={styles.alone}>
        <Empty icon="problem" fact="Changes cannot be shown." help={explainGitError(changes.error)}>
          <Button isDisabled={isLooking} onPress={() => void git.look()}>
            Look again
          </Button>
        </Empty>
      </div>
    )
  }
  const { repository, stories, apart } = changes.value
  return (
    <>
      <p className={styles.place}>
        <Icon name="merge" size={14} />
        {repositoryWords(repository)}
        {repository.busy !== null && (
          <span className={styles.busy}>
            <Icon name="problem" size={14} />
            {BUSY[repository.busy]}
          </span>
        )}
      </p>
      {apart.length > 0 && (
        <p className={styles.apart} dir="auto">
          {apartWords(apart)}
        </p>
      )}
      {stories.length === 0 ? (
        <div className={styles.alone}>
          <Empty
            icon="check"
            fact={
              apart.length > 0
                ? 'Every other story is as in the last commit.'
                : 'Every story is as in the last commit.'
            }
            help="What you, a robot or another program changes is listed here."
          />
        </div>
      ) : (
        <ChangedStories git={git} stories={stories} />
      )}
      <MergeSetupPanel />
      {stories.length > 0 && <CommitForm git={git} />}
    </>
  )
}

function apartWords(apart: readonly string[]): string {
  const [one = ''] = apart
  return apart.length === 1
    ? `${one} is a repository of its own: open that folder to see what was changed in it.`
    : `${apart.join(', ')} are repositories of their own: open those folders to see what was changed in them.`
}

const BUSY = {
  locked: 'Another program is working in this repository',
  merge: 'A merge is not finished',
  rebase: 'A rebase is not finished',
  'cherry-pick': 'A cherry-pick is not finished',
  revert: 'A revert is not finished'
} as const

/** Asks at first, and whenever stories were saved or came in. */
function useFreshChanges(git: GitChanges): void {
  const stories = useDeskState(
    (desk) => desk.library,
    (library) => library.stories
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: any other set of stories is news
  useEffect(() => {
    void git.look()
  }, [git, stories])
}
