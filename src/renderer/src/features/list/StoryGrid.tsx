import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { StoryId } from '#shared/story/story-id'
import { runListCommand } from '../../state/commands-list'
import { useDesk, useDeskState } from '../../state/desk-context'
import { splitKey } from '../../state/edit-key'
import { selectUpTo, toggleSelected } from '../../state/selection-actions'
import { nudgeQuality, openStory, togglePublished } from '../../state/story-actions'
import { usePictures } from '../../state/use-picture'
import { useNow } from '../../ui/use-now'
import { useVirtualRows } from '../../ui/use-virtual-rows'
import { heightOf } from '../../ui/virtual-range'
import { ProblemRow } from './ProblemRow'
import { RowGroups } from './RowGroups'
import styles from './StoryGrid.module.css'
import { StoryRow } from './StoryRow'

/** Pixels; the style sheet's `--row-h`. */
const ROW_HEIGHT = { comfortable: 48, compact: 32 } as const

/** Pixels that the bar for selected stories covers at the foot. */
const BAR_HEIGHT = 62

/** Pixels; the style sheet's `.heading`. */
const HEAD_HEIGHT = 28

/** Pixels above the first and below the last row; none where a heading stays at the top. */
const INSET = 6

/**
 * The stories. Only those in sight are drawn. The focus stays on the grid itself and its current row is its active
 * descendant, so no row that scrolls away or leaves the list can take the focus with it.
 */
export function StoryGrid() {
  const desk = useDesk()
  const rows = useDeskState(
    (each) => each.list,
    (list) => list.rows
  )
  const groups = useDeskState(
    (each) => each.list,
    (list) => list.groups
  )
  const view = useDeskState(
    (each) => each.view,
    (each) => each
  )
  const reviews = useDeskState(
    (each) => each.library,
    (library) => library.reviews
  )
  const duplicates = useDeskState(
    (each) => each.library,
    (library) => library.duplicates
  )
  const changedOutside = useDeskState(
    (each) => each.changedOutside,
    (ids) => ids
  )
  const findings = useDeskState(
    (each) => each.library,
    (library) => library.findings
  )
  const selected = useDeskState(
    (each) => each.selection,
    ({ ids }) => ids
  )
  const density = useDeskState(
    (each) => each.settings,
    (settings) => settings.density
  )
  const isProblems = view.name === 'problems'
  const rowHeight = ROW_HEIGHT[isProblems ? 'comfortable' : density]
  const covered = selected.size > 0 ? BAR_HEIGHT : 0
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useMemo(
    () => ({
      count: rows.length,
      rowHeight,
      inset: groups.length > 0 ? 0 : INSET,
      heads: groups.map(({ start }) => start),
      headHeight: HEAD_HEIGHT
    }),
    [rows.length, groups, rowHeight]
  )
  const { start, end, show } = useVirtualRows(scroller, layout, covered)
  const pictures = usePictures()
  const clashing = useClashing()
  const now = useNow()
  const current = rows.findIndex(({ id }) => id === view.current)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another story or order scrolls, a changed row does not
  useLayoutEffect(() => {
    if (current !== -1) show(current)
  }, [view.current, view.name, view.sort, view.group, show])

  // Made once, so that a row is drawn again only when something about it changed.
  const actions = useMemo(
    () => ({
      onClick(id: StoryId, event: MouseEvent) {
        if (event.shiftKey) selectUpTo(desk, id)
        else openStory(desk, id)
        if (event.ctrlKey || event.metaKey) toggleSelected(desk, id)
      },
      onSelect: (id: StoryId) => toggleSelected(desk, id),
      onToggle: (id: StoryId) => togglePublished(desk, id),
      onNudge: (id: StoryId, by: number) => nudgeQuality(desk, id, by)
    }),
    [desk]
  )

  const Row = isProblems ? ProblemRow : StoryRow
  function row(index: number, top: number) {
    const story = rows[index]
    if (story === undefined) return null
    return (
      <Row
        key={story.id}
        domId={rowId(index)}
        story={story}
        index={index}
        top={top}
        isCurrent={index === current}
        isSelected={selected.has(story.id)}
        review={reviews.get(story.id) ?? null}
        clashes={clashing.includes(story.id)}
        isChangedOutside={changedOutside.has(story.id)}
        isDuplicate={duplicates.has(story.id)}
        findings={findings.get(story.id)}
        picture={pictures(story.image)}
        now={now}
        {...actions}
      />
    )
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    if (runListCommand(desk, event.nativeEvent, page)) event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label="Stories"
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={current === -1 ? undefined : rowId(current)}
      tabIndex={0}
      data-focus-place="list"
      data-problems={isProblems || undefined}
      data-grouped={groups.length > 0 || undefined}
      onKeyDown={onKeyDown}
      onMouseDown={keepFocus}
    >
      <div
        className={styles.rows}
        role="presentation"
        style={{ blockSize: heightOf(layout) + covered }}
      >
        <RowGroups
          groups={groups}
          layout={layout}
          indexes={drawn(start, end, current, rows.length)}
          row={row}
        />
      </div>
    </div>
  )
}

/** A button of a row does its work without taking the focus, which belongs to the grid. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  if (!(event.target instanceof Element) || event.target.closest('button') === null) return
  event.preventDefault()
  event.currentTarget.focus()
}

/** The stories of which a field waits for a choice. */
function useClashing(): readonly StoryId[] {
  const edits = useDeskState(
    (desk) => desk.edits.store,
    (state) => state.edits
  )
  return useMemo(
    () =>
      [...edits]
        .filter(([, { trouble }]) => trouble?.kind === 'conflict')
        .map(([key]) => splitKey(key)[1]),
    [edits]
  )
}

const rowId = (index: number): string => `story-row-${index}`

/** The rows in sight, and the current one wherever it is: the grid's active descendant must exist. */
function drawn(start: number, end: number, current: number, count: number): readonly number[] {
  const indexes = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset)
  const isInside = current === -1 || (current >= start && current < end)
  return (isInside ? indexes : [...indexes, current]).filter((index) => index < count)
}
