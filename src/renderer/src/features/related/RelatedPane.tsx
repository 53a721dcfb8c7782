import { useDesk, useDeskState } from '../../state/desk-context'
import { applyLinkOps } from '../../state/link-ops'
import { outscoring } from '../../state/outscoring'
import { Icon } from '../../ui/Icon'
import { RelatedGrid } from './RelatedGrid'
import styles from './RelatedPane.module.css'

/** The open story's related coverage, in the order of its file. */
export function RelatedPane() {
  const desk = useDesk()
  const current = useDeskState(
    (each) => each.view,
    (view) => view.current
  )
  const story = useDeskState(
    (each) => each.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  const detail = useDeskState(
    (each) => each.details.store,
    (details) => details.detail
  )
  const waiting = useDeskState(
    (each) => each.listEdits.store,
    (edits) => edits.links
  )
  if (story === undefined) return null
  const isRead = detail?.story.id === story.id
  const ops = waiting.filter(({ id }) => id === story.id).map(({ op }) => op)
  const links = isRead ? applyLinkOps(detail.links, ops) : null
  const count = links?.length ?? story.links

  return (
    <section className={styles.pane} aria-label="Related">
      <div className={styles.head}>
        <h2 className={styles.title}>Related coverage</h2>
        <span className={styles.count}>{count.toLocaleString('en')}</span>
        {links !== null && links.length > 1 && <Order swaps={outscoring(links).length} />}
      </div>
      {links !== null && links.length > 0 && (
        <RelatedGrid
          links={links}
          storyYear={story.publishedDateTime}
          onOp={(op) => void desk.listEdits.changeLinks(story.id, op)}
        />
      )}
      {count === 0 && (
        <p className={styles.empty} tabIndex={-1} data-focus-place="related">
          No related coverage yet.
        </p>
      )}
    </section>
  )
}

/** Whether the order is the scores' or an editor's own. */
function Order({ swaps }: { readonly swaps: number }) {
  if (swaps === 0) {
    return (
      <span className={styles.order}>
        <Icon name="arrow" turn={180} size={13} />
        By quality
      </span>
    )
  }
  return (
    <span className={styles.order}>
      <Icon name="order" size={13} />
      Your order, {swaps === 1 ? '1 link outscores' : `${swaps} links outscore`} the one above it
    </span>
  )
}
