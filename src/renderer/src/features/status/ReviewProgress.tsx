import { useDeskState } from '../../state/desk-context'
import styles from './ReviewProgress.module.css'

/** `48 of 312 reviewed`: how far the editor is through what search and filters leave. */
export function ReviewProgress() {
  const { done, total } = useDeskState(
    (desk) => desk.list,
    (list) => list.progress
  )
  if (total === 0) return null
  return (
    <div className={styles.progress}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ inlineSize: `${(done / total) * 100}%` }} />
      </span>
      <p>
        <b className={styles.done}>{done.toLocaleString('en')}</b> of {total.toLocaleString('en')}{' '}
        reviewed
      </p>
    </div>
  )
}
