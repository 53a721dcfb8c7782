import { memo } from 'react'
import { findingWords } from '../../state/findings'
import { scoreWords } from '../../state/score-words'
import { countOf, rowTitle } from '../../state/story-words'
import { age } from '../../state/time-words'
import { useQualityShare } from '../../state/use-quality-share'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import { RowFlag } from './RowFlag'
import type { RowProps } from './row-props'
import { SelectTick } from './SelectTick'
import { StateGlyph } from './StateGlyph'
import styles from './StoryRow.module.css'

/** One story of the list. Its buttons are for the mouse; the grid has a key for each. */
export const StoryRow = memo(function StoryRow(props: RowProps) {
  const { domId, story, index, top, isCurrent, isSelected, review, picture, now } = props
  const { onClick, onSelect, onToggle, onNudge } = props
  const title = rowTitle(story)
  const when = age(story.publishedDateTime, now)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all of its rows
    <div
      id={domId}
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      aria-label={spoken(props, title, when)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(story.id, event)}
    >
      <span className={styles.state} role="gridcell">
        <StateGlyph story={story} isHeld={review === 'held'} onToggle={() => onToggle(story.id)} />
      </span>
      <span className={styles.picture} role="gridcell">
        <Picture src={picture} className={styles.box} />
        <SelectTick isSelected={isSelected} onSelect={() => onSelect(story.id)} />
      </span>
      <span className={styles.title} role="gridcell" title={title} dir="auto">
        {title}
      </span>
      <span className={styles.meta} role="gridcell">
        {story.provider !== null && <span className={styles.provider}>{story.provider}</span>}
        {when !== null && <span className={styles.age}>{when}</span>}
        {story.topics.length > 0 && (
          <span className={styles.topics}>{story.topics.join(', ')}</span>
        )}
        <RowFlag {...props} />
      </span>
      <span className={styles.nudge} role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          aria-label="Lower quality"
          onClick={stopping(() => onNudge(story.id, -1))}
        >
          <Icon name="minus" size={14} />
        </button>
        <button
          type="button"
          tabIndex={-1}
          aria-label="Raise quality"
          onClick={stopping(() => onNudge(story.id, 1))}
        >
          <Icon name="plus" size={14} />
        </button>
      </span>
      <span className={styles.links} role="gridcell">
        {story.links > 0 && (
          <>
            <Icon name="link" size={13} />
            {story.links}
          </>
        )}
      </span>
      <span
        className={styles.quality}
        role="gridcell"
        title={story.quality === null ? undefined : String(story.quality)}
      >
        {scoreWords(story.quality)}
        <QualityBar quality={story.quality} />
      </span>
    </div>
  )
})

function QualityBar({ quality }: { readonly quality: number | null }) {
  const share = useQualityShare(quality)
  return (
    <span className={styles.bar}>
      <span style={{ inlineSize: `${share}%` }} />
    </span>
  )
}

const stopping = (work: () => void) => (event: { stopPropagation(): void }) => {
  event.stopPropagation()
  work()
}

function spoken(
  { story, review, isChangedOutside, isDuplicate, findings }: RowProps,
  title: string,
  when: string | null
): string {
  const state =
    story.problem !== null ? 'problem' : story.onSite ? 'on the site' : 'not on the site'
  const quality = story.quality === null ? null : `quality ${story.quality}`
  const links = story.links === 0 ? null : countOf(story.links, 'link', 'links')
  const changed = isChangedOutside ? 'changed outside' : null
  const duplicate = isDuplicate ? 'duplicate' : null
  const found = findingWords(findings)?.words ?? null
  return [title, state, review, found, changed, duplicate, quality, story.provider, when, links]
    .filter((part) => part !== null)
    .join(', ')
}
