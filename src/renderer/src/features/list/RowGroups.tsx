import type { ReactNode } from 'react'
import type { RowGroup } from '../../state/group-rows'
import { countOf } from '../../state/story-words'
import { type RowLayout, topOf } from '../../ui/virtual-range'
import styles from './RowGroups.module.css'

type RowGroupsProps = {
  readonly groups: readonly RowGroup[]
  readonly layout: RowLayout
  /** The rows that are drawn, in order; the last one may stand far from the others. */
  readonly indexes: readonly number[]
  /** Draws a row at `top` pixels below the start of its group. */
  readonly row: (index: number, top: number) => ReactNode
}

/** The rows that are drawn, each below the heading of its group; the heading stays while the group is in sight. */
export function RowGroups({ groups, layout, indexes, row }: RowGroupsProps) {
  if (groups.length === 0) return indexes.map((index) => row(index, topOf(layout, index)))
  return groups
    .filter(({ start, count }) => indexes.some((index) => index >= start && index < start + count))
    .map((group) => {
      const { key, words, start, count } = group
      const headHeight = layout.headHeight ?? 0
      const top = topOf(layout, start) - headHeight
      return (
        <div
          key={key}
          className={styles.group}
          role="rowgroup"
          aria-label={`${words}, ${countOf(count, 'story', 'stories')}`}
          style={{ insetBlockStart: top, blockSize: headHeight + count * layout.rowHeight }}
        >
          <div className={styles.heading} aria-hidden="true">
            <span className={styles.words} dir="auto">
              {words}
            </span>
            <span className={styles.count}>{count.toLocaleString('en')}</span>
          </div>
          {indexes
            .filter((index) => index >= start && index < start + count)
            .map((index) => row(index, headHeight + (index - start) * layout.rowHeight))}
        </div>
      )
    })
}
