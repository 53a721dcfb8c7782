import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import type { Link } from '#shared/story/story'
import { webAddress } from '#shared/story/web-address'
import { SCALE_END } from '../../state/distribution'
import type { Move } from '../../state/link-ops'
import { day } from '../../state/time-words'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import { LinkButtons } from './LinkButtons'
import styles from './LinkRow.module.css'
import { linkKeyAction } from './link-keys'
import { linkTitle } from './link-words'

type LinkRowProps = {
  readonly link: Link
  /** From 0. */
  readonly index: number
  readonly count: number
  /** Whether Tab reaches this row. */
  readonly isStop: boolean
  readonly outscores: boolean
  readonly isGhost: boolean
  /** The position that the eye sees: while a link is dragged, the one after the drop. From 1. */
  readonly shownPlace: number
  /** A date of this year is shown without it. */
  readonly year: number | null
  readonly picture: string | null
  readonly onMove: (index: number, move: Move) => void
  readonly onRemove: (index: number) => void
  readonly onActive: (index: number) => void
  readonly onGrip: (index: number, event: PointerEvent) => void
}

/** One link. Its buttons take the place of its provider and date while it is pointed at or has the focus. */
export const LinkRow = memo(function LinkRow(props: LinkRowProps) {
  const { link, index, count, isStop, outscores, isGhost, shownPlace, year, picture } = props
  const { onMove, onRemove, onActive, onGrip } = props
  const title = linkTitle(link)
  const page = webAddress(link.webUrl)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const action = linkKeyAction(event)
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    if (action.kind === 'move') onMove(index, action.move)
    if (action.kind === 'remove') onRemove(index)
    if (action.kind === 'focus') action.target.focus()
  }

  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-label={spoken(link, title, index, count)}
      data-title={title}
      data-ghost={isGhost || undefined}
      tabIndex={isStop ? 0 : -1}
      {...(isStop && { 'data-focus-place': 'related' })}
      onFocus={() => onActive(index)}
      onKeyDown={onKeyDown}
    >
      <span
        className={styles.position}
        role="gridcell"
        onPointerDown={(event) => onGrip(index, event)}
      >
        <span className={styles.number}>{shownPlace}</span>
        <span className={styles.grip}>
          <Icon name="grip" />
        </span>
      </span>
      <Picture src={picture} className={styles.picture} />
      <span className={styles.main} role="gridcell">
        <span className={styles.title} title={title} dir="auto">
          {title}
        </span>
        {outscores && (
          <span className={styles.flag}>
            <Icon name="order" size={13} />
            Outscores link {index}
          </span>
        )}
      </span>
      <span className={styles.source} role="gridcell" title={link.provider ?? undefined}>
        {link.provider}
      </span>
      <span className={styles.date} role="gridcell" title={link.publishedDateTime ?? undefined}>
        {day(link.publishedDateTime, year)}
      </span>
      <LinkButtons
        isStop={isStop}
        isFirst={index === 0}
        isLast={index === count - 1}
        page={page?.href ?? null}
        onMove={(move) => onMove(index, move)}
        onRemove={() => onRemove(index)}
      />
      <span className={styles.quality} role="gridcell" data-outscores={outscores || undefined}>
        <span className={styles.bar}>
          <span
            style={{ inlineSize: `${Math.min(100, ((link.quality ?? 0) / SCALE_END) * 100)}%` }}
          />
        </span>
        <span className={styles.score}>{link.quality ?? '–'}</span>
      </span>
    </div>
  )
})

function spoken(link: Link, title: string, index: number, count: number): string {
  const quality = link.quality === null ? null : `quality ${link.quality}`
  const place = `${index + 1} of ${count}`
  return [title, place, link.provider, quality].filter((part) => part !== null).join(', ')
}
