import { createPortal } from 'react-dom'
import type { Link } from '#shared/story/story'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import styles from './DraggedLink.module.css'
import { linkTitle } from './link-words'

type DraggedLinkProps = {
  readonly link: Link
  readonly picture: string | null
  /** Where it would be dropped, from 1. */
  readonly place: number
  readonly pointer: { readonly x: number; readonly y: number }
}

/** The copy of a link that follows the pointer, with what dropping it does. */
export function DraggedLink({ link, picture, place, pointer }: DraggedLinkProps) {
  const keeps = link.quality === null ? '' : `, keeps quality ${link.quality}`
  return createPortal(
    <div
      className={styles.layer}
      aria-hidden="true"
      style={{ transform: `translate(${pointer.x}px, ${pointer.y}px)` }}
    >
      <div className={styles.copy}>
        <Icon name="grip" />
        <Picture src={picture} className={styles.picture} />
        <span className={styles.title}>{linkTitle(link)}</span>
        <b className={styles.quality}>{link.quality ?? '–'}</b>
      </div>
      <span className={styles.tip}>
        Position {place}
        {keeps}
      </span>
    </div>,
    document.body
  )
}
