import { useMemo } from 'react'
import type { Link } from '#shared/story/story'
import { focusPlace } from '../../state/focus-place'
import { outscoring } from '../../state/outscoring'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './RelatedHead.module.css'

type RelatedHeadProps = {
  /** `null` until they are read. */
  readonly links: readonly Link[] | null
  readonly count: number
  /** How many links repeat another or their story. */
  readonly repeated: number
  readonly onSort: () => void
  readonly onSeekRepeated: () => void
}

/** How many links there are, whose order they are in, and which repeat themselves. */
export function RelatedHead(props: RelatedHeadProps) {
  const { links, count, repeated, onSort, onSeekRepeated } = props
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>Related coverage</h2>
      <span className={styles.count}>{count.toLocaleString('en')}</span>
      <span className={styles.tools}>
        {links !== null && links.length > 1 && <Order links={links} onSort={onSort} />}
        {repeated > 0 && (
          <Button look="quiet" onPress={onSeekRepeated}>
            <span className={styles.repeated}>
              <Icon name="copies" />
              Duplicates
            </span>
            <span className={styles.count}>{repeated.toLocaleString('en')}</span>
          </Button>
        )}
        {links !== null && (
          <Button look="quiet" onPress={() => focusPlace('add-link')}>
            <Icon name="plus" />
            Add link
          </Button>
        )}
      </span>
    </div>
  )
}

/** Whether the order is the scores' or an editor's own. */
function Order({
  links,
  onSort
}: {
  readonly links: readonly Link[]
  readonly onSort: () => void
}) {
  const swaps = useMemo(() => outscoring(links).length, [links])
  if (swaps === 0) {
    return (
      <span className={styles.order}>
        <Icon name="arrow" turn={180} size={13} />
        By quality
      </span>
    )
  }
  const words = `Your order, ${swaps === 1 ? '1 link outscores' : `${swaps} links outscore`} the one above`
  return (
    <>
      <span className={styles.order}>
        <Icon name="order" size={13} />
        <span className={styles.words} title={words}>
          {words}
        </span>
      </span>
      <Button look="quiet" onPress={onSort}>
        <Icon name="arrow" turn={180} />
        Sort by quality
      </Button>
    </>
  )
}
