import { findingWords } from '../../state/findings'
import { Icon } from '../../ui/Icon'
import styles from './RowFlag.module.css'
import type { RowProps } from './row-props'

/** What stands out about a story, in a word. One thing at most: the one that asks for the most care. */
export function RowFlag(props: RowProps) {
  const { story, clashes, isChangedOutside, isDuplicate, findings } = props
  if (story.problem !== null) {
    return (
      <span
        className={styles.flag}
        data-kind="problem"
        title={story.onSite ? 'Jekyll publishes it' : 'Cannot be edited'}
      >
        <Icon name="problem" size={13} />
        <span>{story.onSite ? 'Jekyll publishes it' : 'Cannot be edited'}</span>
      </span>
    )
  }
  if (clashes) {
    return (
      <span className={styles.flag} data-kind="clash">
        <Icon name="conflict" size={13} />
        <span>Conflict</span>
      </span>
    )
  }
  const said = findingWords(findings)
  const flagged = said !== null && (
    <span className={styles.flag} data-kind={said.severity} title={said.messages}>
      <Icon name="problem" size={13} />
      <span>{said.words}</span>
    </span>
  )
  if (said?.severity === 'error') return flagged
  if (isChangedOutside) {
    return (
      <span
        className={styles.flag}
        data-kind="changed"
        title="Another program changed it since you looked at it"
      >
        <i className={styles.dot} />
        <span>Changed</span>
      </span>
    )
  }
  if (!isDuplicate) return flagged || null
  return (
    <span className={styles.flag} data-kind="twin" title="Another story is the same report">
      <Icon name="copies" size={13} />
      <span>Duplicate</span>
    </span>
  )
}
