import { useMemo, useRef } from 'react'
import type { Link } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { type LinkOp, type Move, moveOp, moveTo } from '../../state/link-ops'
import { outscoring } from '../../state/outscoring'
import { yearOf } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { DraggedLink } from './DraggedLink'
import { LinkRow } from './LinkRow'
import { linkTitle } from './link-words'
import styles from './RelatedGrid.module.css'
import { useLinkDrag } from './use-link-drag'
import { useRowFocus } from './use-row-focus'

type RelatedGridProps = {
  readonly links: readonly Link[]
  /** The story's own date: the year of a link's date is said only if it is another. */
  readonly storyYear: string | null
  readonly onOp: (op: LinkOp) => void
}

/** The links, one line each. Every move has a button, a key and a drag, and is announced. */
export function RelatedGrid({ links, storyYear, onOp }: RelatedGridProps) {
  const desk = useDesk()
  const grid = useRef<HTMLDivElement>(null)
  const pictures = usePictures()
  const { active, setActive, follow } = useRowFocus(grid, links.length)
  const higher = new Set(outscoring(links))
  const year = yearOf(storyYear)
  const isWide = links.some((link) => yearOf(link.publishedDateTime) !== year)

  function carryOut(moved: { readonly op: LinkOp; readonly index: number } | null, from: number) {
    const link = links[from]
    if (moved === null || link === undefined) return
    follow(moved.index)
    onOp(moved.op)
    desk.voice.announce(`${linkTitle(link)}, moved to ${moved.index + 1} of ${links.length}`)
  }

  function remove(index: number) {
    const link = links[index]
    if (link === undefined) return
    follow(Math.min(index, links.length - 2))
    onOp({ kind: 'remove', link: link.key })
    const left = links.length - 1
    desk.voice.announce(
      `${linkTitle(link)}, removed. ${left === 1 ? '1 link' : `${left} links`} left`
    )
  }

  const latest = useRef({ move: (_: number, __: Move) => {}, remove, setActive })
  latest.current = {
    move: (index, move) => carryOut(moveOp(links, index, move), index),
    remove,
    setActive
  }
  // Rows keep these for good, so that a move draws again only the rows between.
  const actions = useMemo(
    () => ({
      onMove: (index: number, move: Move) => latest.current.move(index, move),
      onRemove: (index: number) => latest.current.remove(index),
      onActive: (index: number) => latest.current.setActive(index)
    }),
    []
  )
  const drag = useLinkDrag(grid, links.length, (from, to) =>
    carryOut(moveTo(links, from, to), from)
  )

  const dragged = drag.from === null ? undefined : links[drag.from]

  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      aria-label="Related coverage"
      aria-rowcount={links.length}
      data-wide-dates={isWide || undefined}
      data-dragging={drag.from !== null || undefined}
    >
      {links.map((link, index) => (
        <LinkRow
          key={link.key}
          link={link}
          index={index}
          count={links.length}
          isStop={index === active}
          outscores={higher.has(index)}
          isGhost={drag.from === index}
          shownPlace={placeWhileDragging(index, drag.from, drag.to)}
          year={year}
          picture={pictures(link.image)}
          onGrip={drag.onGrip}
          {...actions}
        />
      ))}
      {dragged !== undefined && drag.pointer !== null && (
        <DraggedLink
          link={dragged}
          picture={pictures(dragged.image)}
          place={placeWhileDragging(drag.from ?? 0, drag.from, drag.to)}
          pointer={drag.pointer}
        />
      )}
      {drag.to !== null && (
        <span
          className={styles.line}
          role="presentation"
          style={{ insetBlockStart: `calc(${drag.to} * var(--link-h))` }}
        />
      )}
    </div>
  )
}

/** The position (from 1) that a link has if the dragged one is dropped where it hovers. */
function placeWhileDragging(index: number, from: number | null, gap: number | null): number {
  if (from === null || gap === null) return index + 1
  const to = gap > from ? gap - 1 : gap
  if (index === from) return to + 1
  const without = index > from ? index - 1 : index
  return (without >= to ? without + 1 : without) + 1
}
