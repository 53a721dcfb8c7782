import { useEffect, useMemo, useRef, useState } from 'react'
import type { Link, Story } from '#shared/story/story'
import { useDeskState } from '../../state/desk-context'
import type { Repeat } from '../../state/link-marks'
import type { LinkOp } from '../../state/link-ops'
import { outscoring } from '../../state/outscoring'
import { yearOf } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { DraggedLink } from './DraggedLink'
import { LinkRow, marksOf } from './LinkRow'
import { drawnRows, gapAt, topOf } from './link-layout'
import { OpenLink } from './OpenLink'
import styles from './RelatedGrid.module.css'
import { useLinkActions } from './use-link-actions'
import { useLinkDrag } from './use-link-drag'
import { useLinkWindow } from './use-link-window'
import { useOpenLink } from './use-open-link'

type RelatedGridProps = {
  readonly story: Story
  readonly links: readonly Link[]
  /** What links repeat, by position. */
  readonly repeats: ReadonlyMap<number, Repeat>
  /** A link to take the focus to, by its position; each new object does it once. */
  readonly sought: { readonly index: number } | null
  readonly onOp: (op: LinkOp) => void
}

/** Pixels; the style sheet's `--link-h`. */
const ROW_HEIGHT = { comfortable: 34, compact: 28 } as const

/** The links, one line each, drawn as far as they are in sight. Every move has a button, a key and a drag, and is announced. */
export function RelatedGrid({ story, links, repeats, sought, onOp }: RelatedGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const pictures = usePictures()
  const rowHeight = useDeskState(
    (each) => each.settings,
    ({ density }) => ROW_HEIGHT[density]
  )
  const count = links.length
  const opened = useOpenLink(story.id, links)
  const [openHeight, setOpenHeight] = useState<number>(rowHeight)
  const open = opened.index === null ? null : { index: opened.index, height: openHeight }
  const layout = { count, rowHeight, open }
  const { active, actions, move, go } = useLinkActions({
    grid,
    story: story.id,
    links,
    opened,
    onOp
  })
  const drag = useLinkDrag(grid, (y) => gapAt(layout, y), move)
  const range = useLinkWindow(grid, layout)
  const higher = useMemo(() => new Set(outscoring(links)), [links])
  const newFromDisk = useDeskState(
    (each) => each.newFromDisk.store,
    (fresh) => fresh
  )
  const year = yearOf(story.publishedDateTime)
  const isWide = useMemo(
    () => links.some((link) => yearOf(link.publishedDateTime) !== year),
    [links, year]
  )
  const latestGo = useRef(go)
  latestGo.current = go
  useEffect(() => {
    if (sought !== null) latestGo.current(sought.index)
  }, [sought])
  const dragged = drag.from === null ? undefined : links[drag.from]

  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      aria-label="Related coverage"
      aria-rowcount={count}
      data-wide-dates={isWide || undefined}
      data-dragging={drag.from !== null || undefined}
      style={{ blockSize: topOf(layout, count) }}
    >
      {drawnRows(range, [active, opened.index ?? -1, drag.from ?? -1], count).map((index) => {
        const link = links[index]
        if (link === undefined) return null
        const shared = {
          link,
          index,
          count,
          top: topOf(layout, index),
          isStop: index === active,
          isGhost: drag.from === index,
          shownPlace: placeWhileDragging(index, drag.from, drag.to),
          picture: pictures(link.image),
          onGrip: drag.onGrip,
          ...actions
        }
        const outscores = higher.has(index)
        const repeated = repeats.get(index)?.words ?? null
        const isNew = newFromDisk.has(link.key)
        return index === opened.index ? (
          <OpenLink
            key={`open ${opened.serial}`}
            story={story.id}
            marks={marksOf(index, outscores, repeated, isNew)}
            onHeight={setOpenHeight}
            {...shared}
          />
        ) : (
          <LinkRow
            key={link.key}
            outscores={outscores}
            repeats={repeated}
            isNew={isNew}
            year={year}
            {...shared}
          />
        )
      })}
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
          style={{ insetBlockStart: topOf(layout, drag.to) }}
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
