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
  const headHeight = layout.headHeight ?? 0
  return drawnGroups(groups, indexes).map(({ group, own }) => {
    const { key, words, start, count } = group
    return (
      <div
        key={key}
        className={styles.group}
        role="rowgroup"
        aria-label={`${words}, ${countOf(count, 'story', 'stories')}`}
        style={{
          insetBlockStart: topOf(layout, start) - headHeight,
          blockSize: headHeight + count * layout.rowHeight
        }}
      >
        <div className={styles.heading} aria-hidden="true">
          <span className={styles.words} dir="auto">
            {words}
          </span>
          <span className={styles.count}>{count.toLocaleString('en')}</span>
        </div>
        {own.map((index) => row(index, headHeight + (index - start) * layout.rowHeight))}
      </div>
    )
  })
}

type DrawnGroup = { readonly group: RowGroup; readonly own: number[] }

/** Only the groups of rows that are drawn: there may be thousands of others. */
function drawnGroups(
  groups: readonly RowGroup[],
  indexes: readonly number[]
): readonly DrawnGroup[] {
  const drawn = new Map<RowGroup, DrawnGroup>()
  for (const index of indexes) {
    const group = groups[groupAt(groups, index)]
    if (group === undefined) continue
    const there = drawn.get(group)
    if (there === undefined) drawn.set(group, { group, own: [index] })
    else there.own.push(index)
  }
  return [...drawn.values()]
}

/** Which group a row is in: the last one that starts at it or before. */
function groupAt(groups: readonly RowGroup[], index: number): number {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((groups[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}
