import type { LinkChoice } from '../../state/link-search'
import { scoreWords } from '../../state/score-words'
import { rowTitle } from '../../state/story-words'
import { day } from '../../state/time-words'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import styles from './AddLink.module.css'

type LinkChoiceRowProps = {
  readonly id: string
  readonly choice: LinkChoice
  readonly isChosen: boolean
  /** A date of this year is shown without it. */
  readonly year: number | null
  readonly picture: string | null
  readonly onChoose: () => void
}

/** Something that may be added. What is in the list already says where, and cannot be chosen. */
export function LinkChoiceRow(props: LinkChoiceRowProps) {
  const { id, choice, isChosen, year, picture, onChoose } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for its choices
    <div
      id={id}
      className={styles.choice}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={choice.place !== null || undefined}
      ref={isChosen ? scrollIntoView : null}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon name="plus" size={14} />
      {choice.kind === 'story' ? (
        <Picture src={picture} className={styles.picture} />
      ) : (
        <span className={styles.sign}>
          <Icon name="link" size={14} />
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.title} dir="auto">
          {choice.kind === 'story' ? rowTitle(choice.story) : 'Add this address, and type a title'}
        </span>
        {choice.place !== null && <span className={styles.there}>Link {choice.place} already</span>}
      </span>
      {choice.kind === 'story' && (
        <>
          <span className={styles.source}>{choice.story.provider}</span>
          <span className={styles.date}>{day(choice.story.publishedDateTime, year)}</span>
          <span className={styles.score}>{scoreWords(choice.story.quality)}</span>
        </>
      )}
    </div>
  )
}

const scrollIntoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
