import { Icon } from '../../ui/Icon'
import styles from './RowFlag.module.css'
import type { RowProps } from './row-props'

/** What stands out about a story, in a word. One thing at most: the one that asks for the most care. */
export function RowFlag({ story, clashes, isChangedOutside, isDuplicate }: RowProps) {
  if (story.problem !== null) {
    return (
      <span className={styles.flag} data-kind="problem">
        {story.onSite ? 'Jekyll publishes it' : 'Cannot be edited'}
      </span>
    )
  }
  if (clashes) {
    return (
      <span className={styles.flag} data-kind="clash">
        <Icon name="conflict" size={13} />
        Conflict
      </span>
    )
  }
  if (isChangedOutside) {
    return (
      <span
        className={styles.flag}
        data-kind="changed"
        title="Another program changed it since you looked at it"
      >
        <span className={styles.dot} />
        Changed
      </span>
    )
  }
  if (!isDuplicate) return null
  return (
    <span className={styles.flag} data-kind="twin" title="Another story is the same report">
      <Icon name="copies" size={13} />
      Duplicate
    </span>
  )
}
