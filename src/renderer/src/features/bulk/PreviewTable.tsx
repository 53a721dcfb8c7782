import { memo, useMemo, useRef } from 'react'
import type { BulkPreview } from '#shared/library/bulk'
import type { BulkChange } from '#shared/story/bulk-change'
import type { Story } from '#shared/story/story'
import { bulkWords, effectOf, leftOutWords, sameWords } from '../../state/bulk-words'
import { useDeskState } from '../../state/desk-context'
import { rowTitle } from '../../state/story-words'
import { usePictures } from '../../state/use-picture'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import { useVirtualRows } from '../../ui/use-virtual-rows'
import styles from './PreviewTable.module.css'

type PreviewTableProps = {
  readonly change: BulkChange
  readonly previews: readonly BulkPreview[]
  readonly isComplete: boolean
}

/** Pixels; the style sheet's `.row`. */
const ROW_HEIGHT = 36

/** Story by story, what would become of it. Only the rows in sight are drawn. */
export function PreviewTable({ change, previews, isComplete }: PreviewTableProps) {
  const stories = useDeskState(
    (desk) => desk.library,
    (library) => library.stories
  )
  const pictures = usePictures()
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useMemo(
    () => ({ count: previews.length, rowHeight: ROW_HEIGHT, inset: 0 }),
    [previews.length]
  )
  const { start, end } = useVirtualRows(scroller, layout)
  return (
    <div className={styles.table} role="table" aria-label="Preview" aria-rowcount={previews.length}>
      <div role="rowgroup">
        <div className={styles.head} role="row">
          <span role="columnheader">Story</span>
          <span role="columnheader">{bulkWords(change).column}</span>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={0}>
        {previews.length === 0 && isComplete && <p className={styles.none}>None.</p>}
        <div
          className={styles.rows}
          role="presentation"
          style={{ blockSize: previews.length * ROW_HEIGHT }}
        >
          {previews.slice(start, end).map((preview, offset) => {
            const story = stories.get(preview.id)
            return (
              <PreviewRow
                key={preview.id}
                change={change}
                preview={preview}
                story={story}
                index={start + offset}
                picture={pictures(story?.image ?? null)}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

type PreviewRowProps = {
  readonly change: BulkChange
  readonly preview: BulkPreview
  /** `undefined`: its file went away meanwhile. */
  readonly story: Story | undefined
  /** From 0. */
  readonly index: number
  readonly picture: string | null
}

const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { change, preview, story, index, picture } = props
  const title = story === undefined ? preview.id : rowTitle(story)
  const isLeftOut = preview.error !== null
  const isSame = !isLeftOut && preview.changes.length === 0
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      data-same={isSame || undefined}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      <span className={styles.story} role="cell">
        {isLeftOut ? (
          <span className={styles.problem}>
            <Icon name="problem" />
          </span>
        ) : (
          <Picture src={picture} className={styles.picture} />
        )}
        <span className={styles.title} title={title} dir="auto">
          {title}
        </span>
      </span>
      <span className={styles.effect} role="cell">
        {preview.error !== null && (
          <span className={styles.reason} title={leftOutWords(preview.error)}>
            {leftOutWords(preview.error)}
          </span>
        )}
        {isSame && story !== undefined && (
          <span className={styles.reason}>{sameWords(change, story)}</span>
        )}
        {!isSame && !isLeftOut && <EffectWords changes={preview.changes} />}
      </span>
    </div>
  )
})

function EffectWords({ changes }: Pick<BulkPreview, 'changes'>) {
  const effect = effectOf(changes)
  if (effect.kind === 'list') {
    return effect.words.map((words) => (
      <span key={words} className={styles.part}>
        {words}
      </span>
    ))
  }
  return (
    <>
      <span className={styles.before}>{effect.before}</span>
      <span className={styles.arrow}>
        <Icon name="arrow" turn={90} size={13} />
        <span className="visually-hidden">becomes</span>
      </span>
      <b className={styles.after}>{effect.after}</b>
    </>
  )
}
