import { useStore } from 'zustand'
import { useDeskState } from '../../state/desk-context'
import { chosenIds, type GitChanges, refusalWords } from '../../state/git-changes'
import { chordCap } from '../../state/key-press'
import { countOf, fileName, rowTitle } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Keys } from '../../ui/Keys'
import styles from './CommitForm.module.css'

/** The message, and the button that commits the chosen stories and nothing else. */
export function CommitForm({ git }: { readonly git: GitChanges }) {
  const state = useStore(git.store)
  const { message, suggestion, isCommitting } = state
  const count = chosenIds(state).length
  const text = message ?? suggestion
  const canCommit = count > 0 && text.trim() !== '' && !isCommitting
  return (
    <div className={styles.form}>
      <Refusal git={git} />
      <div className={styles.line}>
        <textarea
          className={styles.message}
          aria-label="Commit message"
          rows={text.includes('\n') ? 4 : 1}
          dir="auto"
          spellCheck
          value={text}
          placeholder="No story is chosen"
          onChange={({ target }) => git.write(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !canCommit) return
            event.preventDefault()
            void git.commit(false)
          }}
        />
        {message !== null && message !== suggestion && (
          <Button look="quiet" onPress={() => git.write(null)}>
            Suggest again
          </Button>
        )}
        <Button look="primary" isDisabled={!canCommit} onPress={() => void git.commit(false)}>
          {isCommitting ? 'Committing' : `Commit ${countOf(count, 'story', 'stories')}`}
          <Keys keys={[chordCap(), '↵']} />
        </Button>
      </div>
    </div>
  )
}

function Refusal({ git }: { readonly git: GitChanges }) {
  const { refusal, isCommitting } = useStore(git.store)
  const stories = useDeskState(
    (desk) => desk.library,
    (library) => library.stories
  )
  if (refusal === null) return null
  const findings = refusal.kind === 'findings' ? refusal.findings : []
  return (
    <section className={styles.refusal} aria-label="Not committed">
      <p className={styles.fact}>
        <Icon name="problem" />
        {refusalWords(refusal)}
      </p>
      {findings.length > 0 && (
        <>
          <ul className={styles.findings}>
            {findings.map(({ story, message }) => (
              <li key={story}>
                <b>
                  <bdi>{titleOf(stories.get(story), story)}</bdi>
                </b>{' '}
                {message.replaceAll('`', '')}
              </li>
            ))}
          </ul>
          <Button isDisabled={isCommitting} onPress={() => void git.commit(true)}>
            Commit anyway
          </Button>
        </>
      )}
    </section>
  )
}

const titleOf = (story: Parameters<typeof rowTitle>[0] | undefined, id: string): string =>
  story === undefined ? fileName(id) : rowTitle(story)
