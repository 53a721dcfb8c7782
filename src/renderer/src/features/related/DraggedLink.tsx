import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import type { Link } from '#shared/story/story'
import { scoreWords } from '../../state/score-words'
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
    <div className={styles.layer} aria-hidden="true" style={placeAt(pointer)}>
      <div className={styles.copy}>
        <Icon name="grip" />
        <Picture src={picture} className={styles.picture} />
        <span className={styles.title}>{linkTitle(link)}</span>
        <b className={styles.quality}>{scoreWords(link.quality)}</b>
      </div>
      <span className={styles.tip}>
        Position {place}
        {keeps}
      </span>
    </div>,
    document.body
  )
}

/** At the pointer, and no wider than the window has room for. */
const placeAt = ({ x, y }: DraggedLinkProps['pointer']): CSSProperties =>
  ({ transform: `translate(${x}px, ${y}px)`, '--x': `${x}px` }) as CSSProperties
