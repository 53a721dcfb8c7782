import { useDeskState } from '../../state/desk-context'
import styles from './ReadingProgress.module.css'

/** How far the folder is read, above the list while it fills. */
export function ReadingProgress() {
  const { phase, progress } = useDeskState(
    (desk) => desk.library,
    ({ state }) => state
  )
  if (phase !== 'opening') return null
  const { read, total } = progress
  const words =
    total === 0
      ? 'Looking for stories'
      : `Reading ${read.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <div className={styles.reading}>
      <span
        className={styles.track}
        role="progressbar"
        aria-label="Reading the folder"
        aria-valuetext={words}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={read}
      >
        <span style={{ inlineSize: `${total === 0 ? 0 : (read / total) * 100}%` }} />
      </span>
      {words}
    </div>
  )
}
