import { useEffect, useState } from 'react'
import { type ChangedRow, explainRevertError } from '#shared/library/desk-changes'
import type { Result } from '#shared/result'
import type { LinkDiff } from '#shared/story/field-diff'
import type { StoryId } from '#shared/story/story-id'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { GitChanges } from '../../state/git-changes'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { IconButton } from '../../ui/IconButton'
import styles from './ChangedField.module.css'

type ChangedFieldProps = {
  readonly git: GitChanges
  readonly id: StoryId
  readonly row: ChangedRow
}

/** What became of one field, who did it, and the way back. Links are listed one by one when that is asked for. */
export function ChangedField({ git, id, row }: ChangedFieldProps) {
  const [showsLinks, setShowsLinks] = useState(false)
  const { field, words, by, canRevert } = row
  const name = words.slice(0, words.indexOf(':'))
  return (
    <li>
      <div className={styles.line}>
        <p className={styles.words} dir="auto">
          {words}
        </p>
        {field === 'related' && canRevert && (
          <Button
            look="quiet"
            aria-expanded={showsLinks}
            onPress={() => setShowsLinks(!showsLinks)}
          >
            Link by link
            <Icon name="chevron" size={14} {...(showsLinks && { turn: 180 as const })} />
          </Button>
        )}
        <span className={styles.by}>{by === null ? '' : BY[by]}</span>
        {canRevert ? (
          <IconButton
            icon="undo"
            label={`Revert ${name}`}
            onPress={() => void git.revert(id, { kind: 'field', field }, name)}
          />
        ) : (
          <span />
        )}
      </div>
      {showsLinks && <ChangedLinks git={git} id={id} />}
    </li>
  )
}

const BY = { desk: 'This desk', outside: 'Outside', both: 'This desk and outside' } as const

function ChangedLinks({ git, id }: Pick<ChangedFieldProps, 'git' | 'id'>) {
  const links = useLinks(id)
  if (links === null) return null
  if (!links.ok) return <p className={styles.trouble}>{links.error}</p>
  return (
    <ul className={styles.links} aria-label="Changed links">
      {links.value.map(({ key, title, words }) => (
        <li key={key} className={styles.line}>
          <p className={styles.words} dir="auto">
            <span className={styles.link}>{title}</span> {words}
          </p>
          <IconButton
            icon="undo"
            label={`Revert link ${title}`}
            onPress={() => void git.revert(id, { kind: 'link', link: key }, title)}
          />
        </li>
      ))}
    </ul>
  )
}

/** `null` until they are known. Asked for again when the story has changed. */
function useLinks(id: StoryId): Result<readonly LinkDiff[], string> | null {
  const desk = useDesk()
  const [links, setLinks] = useState<Result<readonly LinkDiff[], string> | null>(null)
  const version = useDeskState(
    (each) => each.library,
    ({ stories }) => stories.get(id)?.version
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other links
  useEffect(() => {
    let isOver = false
    desk.transport
      .call('changes.links', { id })
      .then((found) => (found.ok ? found : { ok: false, error: explainRevertError(found.error) }))
      .catch(() => ({ ok: false, error: 'The connection broke.' }))
      .then((found) => {
        if (!isOver) setLinks(found as Result<readonly LinkDiff[], string>)
      })
    return () => {
      isOver = true
    }
  }, [desk, id, version])
  return links
}
