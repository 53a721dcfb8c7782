import { useDesk, useDeskState } from '../../state/desk-context'
import { countOf } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './BulkProgress.module.css'

/** How far a change of many stories is, in whichever window it was begun. What is done stays when it is stopped. */
export function BulkProgress() {
  const desk = useDesk()
  const progress = useDeskState(
    (each) => each.library,
    ({ state }) => state.bulk ?? null
  )
  if (progress === null) return null
  const { done, total } = progress
  const words = `Changing ${countOf(total, 'story', 'stories')}, ${done.toLocaleString('en')} done`
  return (
    <section className={styles.card} aria-label="Change in progress">
      <Icon name="stories" />
      <div className={styles.middle}>
        <p className={styles.words}>{words}</p>
        <span
          className={styles.track}
          role="progressbar"
          aria-label="Stories changed"
          aria-valuetext={words}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
        >
          <span style={{ inlineSize: `${total === 0 ? 0 : (done / total) * 100}%` }} />
        </span>
      </div>
      <Button onPress={desk.bulk.stop}>Stop</Button>
    </section>
  )
}
