import { type CSSProperties, memo, type PointerEvent } from 'react'
import type { Link } from '#shared/story/story'
import { webAddress } from '#shared/story/web-address'
import { scoreWords } from '../../state/score-words'
import { day } from '../../state/time-words'
import { useQualityShare } from '../../state/use-quality-share'
import { Icon } from '../../ui/Icon'
import { useWithKeys } from '../../ui/key-names'
import { Picture } from '../../ui/Picture'
import { LinkButtons } from './LinkButtons'
import styles from './LinkRow.module.css'
import { linkTitle, spokenLink } from './link-words'
import { PositionCell } from './PositionCell'
import { type LinkActions, useLinkRow } from './use-link-row'

export type LinkRowProps = LinkActions & {
  readonly link: Link
  /** From 0. */
  readonly index: number
  readonly count: number
  /** CSS pixels below the top of the list. */
  readonly top: number
  /** Whether Tab reaches this row. */
  readonly isStop: boolean
  readonly outscores: boolean
  /** What it repeats, e.g. `Same work as link 2`; `null`: nothing. */
  readonly repeats: string | null
  /** Another program added it while the story was open. */
  readonly isNew: boolean
  readonly isGhost: boolean
  /** The position that the eye sees: while a link is dragged, the one after the drop. From 1. */
  readonly shownPlace: number
  /** A date of this year is shown without it. */
  readonly year: number | null
  readonly picture: string | null
  readonly onGrip: (index: number, event: PointerEvent, onTap: () => void) => void
}

/** One link. Its buttons take the place of its provider and date while it is pointed at or has the focus. */
export const LinkRow = memo(function LinkRow(props: LinkRowProps) {
  const { link, index, count, top, isStop, outscores, repeats, isNew, isGhost, shownPlace } = props
  const { year, picture, onMove, onRemove, onCompare, onOpen, onGrip } = props
  const { position, handlers } = useLinkRow(props, index, false)
  const withKeys = useWithKeys()
  const title = linkTitle(link)
  const marks = marksOf(index, outscores, repeats, isNew)

  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-label={spokenLink(link, index, count, marks)}
      data-title={title}
      data-ghost={isGhost || undefined}
      tabIndex={isStop ? 0 : -1}
      {...(isStop && { 'data-focus-place': 'related' })}
      style={{ '--top': `${top}px` } as CSSProperties}
      onDoubleClick={() => onOpen(index)}
      {...handlers}
    >
      {isNew && <span className={styles.dot} role="presentation" title="New from disk" />}
      <PositionCell
        place={shownPlace}
        count={count}
        {...position}
        onGrip={(event, onTap) => onGrip(index, event, onTap)}
      />
      <Picture src={picture} className={styles.picture} />
      <span className={styles.main} role="gridcell">
        <span className={styles.title} title={title} dir="auto">
          {title}
        </span>
        {repeats !== null && (
          <button
            type="button"
            className={styles.flag}
            data-repeats
            tabIndex={-1}
            title={withKeys('Compare', ['D'])}
            onClick={() => onCompare(index)}
          >
            <Icon name="copies" size={13} />
            {repeats}
          </button>
        )}
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
        isOpen={false}
        page={webAddress(link.webUrl)?.href ?? null}
        onMove={(move) => onMove(index, move)}
        onRemove={() => onRemove(index)}
        onToggle={() => onOpen(index)}
      />
      <Score quality={link.quality} outscores={outscores} />
    </div>
  )
})

/** What is said about a link beside its facts. */
export const marksOf = (
  index: number,
  outscores: boolean,
  repeats: string | null,
  isNew: boolean
): readonly string[] => [
  ...(isNew ? ['new from disk'] : []),
  ...(repeats === null ? [] : [repeats]),
  ...(outscores ? [`Outscores link ${index}`] : [])
]

function Score({
  quality,
  outscores
}: {
  readonly quality: number | null
  readonly outscores: boolean
}) {
  const share = useQualityShare(quality)
  return (
    <span className={styles.quality} role="gridcell" data-outscores={outscores || undefined}>
      <span className={styles.bar}>
        <span style={{ inlineSize: `${share}%` }} />
      </span>
      <span className={styles.score}>{scoreWords(quality)}</span>
    </span>
  )
}
