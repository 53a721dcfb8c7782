import { memo } from 'react'
import { rowTitle } from '../../state/story-words'
import { Icon } from '../../ui/Icon'
import styles from './ProblemRow.module.css'
import type { RowProps } from './row-props'
import { SelectTick } from './SelectTick'

/** A story that cannot be edited, or in which the checks find something: what is wrong, and in which line. */
export const ProblemRow = memo(function ProblemRow(props: RowProps) {
  const {
    domId,
    story,
    index,
    top,
    isCurrent,
    isSelected,
    findings = [],
    onClick,
    onSelect
  } = props
  const title = rowTitle(story)
  const first = story.problem ?? findings[0]
  const others =
    story.problem === null ? findings.reduce((sum, { count }) => sum + count, 0) - 1 : 0
  const message = `${first?.message.replaceAll('`', '') ?? 'Nothing is wrong any more.'}${others > 0 ? ` And ${others} more.` : ''}`
  const severity = story.problem === null ? (findings[0]?.severity ?? 'note') : 'error'
  const verdict =
    story.problem === null
      ? severity
      : story.onSite
        ? 'Jekyll will publish it'
        : 'It cannot be edited'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its rows
    <div
      id={domId}
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      aria-label={`${title}, ${verdict}, ${message}${first === undefined ? '' : ` Line ${first.line}`}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(story.id, event)}
    >
      <span className={styles.state} role="gridcell" data-severity={severity}>
        <Icon name="problem" />
        <SelectTick isSelected={isSelected} onSelect={() => onSelect(story.id)} />
      </span>
      <span className={styles.title} role="gridcell" title={title} dir="auto">
        {title}
      </span>
      <span className={styles.message} role="gridcell" title={message}>
        {message}
      </span>
      <span className={styles.line} role="gridcell">
        {first !== undefined && `Line ${first.line}`}
      </span>
      <span className={styles.verdict} role="gridcell" data-on-site={story.onSite || undefined}>
        {story.onSite && <Icon name="published" size={14} />}
        {story.onSite ? 'On the site' : 'Not on the site'}
      </span>
    </div>
  )
})
