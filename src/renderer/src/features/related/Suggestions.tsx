import { type KeyboardEvent, useRef } from 'react'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Link, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import type { LinkOp } from '../../state/link-ops'
import { shownLink } from '../../state/new-link'
import { scoreWords } from '../../state/score-words'
import { day, yearOf } from '../../state/time-words'
import { usePictures } from '../../state/use-picture'
import { Icon } from '../../ui/Icon'
import { Picture } from '../../ui/Picture'
import { linkTitle } from './link-words'
import styles from './Suggestions.module.css'
import { useAddLink } from './use-add-link'
import { useRowFocus } from './use-row-focus'
import { useSuggestions } from './use-suggestions'

type SuggestionsProps = {
  readonly story: Story
  readonly links: readonly Link[]
  readonly onOp: (op: LinkOp) => void
}

/** Coverage that the library knows and the list lacks, with the reason. Enter adds it where its quality puts it. */
export function Suggestions({ story, links, onOp }: SuggestionsProps) {
  const desk = useDesk()
  const { suggestions, decline: markDeclined } = useSuggestions(story, links)
  const grid = useRef<HTMLDivElement>(null)
  const focus = useRowFocus(grid, suggestions?.length ?? 0)
  const add = useAddLink(links, onOp)
  if (suggestions === null || suggestions.length === 0) return null

  function accept({ link }: LinkSuggestion, index: number) {
    leave(index)
    add(link)
  }

  function decline({ url, link }: LinkSuggestion, index: number) {
    leave(index)
    const say = (isRelated: boolean) => {
      void desk.transport.call('link.decline', { id: story.id, url, isRelated }).catch(() => null)
      markDeclined(url, isRelated)
    }
    say(false)
    desk.voice.notify({
      kind: 'done',
      fact: 'Not suggested for this story any more.',
      detail: linkTitle(shownLink(link)),
      action: { words: 'Suggest again', run: () => say(true) }
    })
  }

  const count = suggestions.length

  /** The focus stays with the suggestions, or close to them when there is none left. */
  function leave(index: number) {
    if (count > 1) focus.follow(Math.min(index, count - 2))
    else if (grid.current?.contains(document.activeElement)) focusPlace('add-link')
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const suggestion = suggestions?.[index]
    if (suggestion === undefined) return
    const isOnRow = event.target === event.currentTarget
    if (event.key === 'ArrowDown' || event.key === 'j') focus.go(Math.min(index + 1, count - 1))
    else if (event.key === 'ArrowUp' || event.key === 'k') focus.go(Math.max(index - 1, 0))
    else if (event.key === 'Delete') decline(suggestion, index)
    else if (isOnRow && (event.key === 'Enter' || event.key === '+')) accept(suggestion, index)
    else if (event.key === 'ArrowRight') focus.go(index, 'add')
    else if (event.key === 'ArrowLeft') focus.go(index)
    else if (event.key === 'Escape') {
      if (!focusPlace('related')) return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className={styles.suggestions}>
      <h3 className={styles.head}>Suggested</h3>
      <div ref={grid} role="grid" aria-label="Suggested links" aria-rowcount={count}>
        {suggestions.map((suggestion, index) => (
          <SuggestionRow
            key={suggestion.url}
            suggestion={suggestion}
            index={index}
            isActive={index === focus.active}
            year={yearOf(story.publishedDateTime)}
            onFocus={() => focus.setActive(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onAdd={() => accept(suggestion, index)}
            onDecline={() => decline(suggestion, index)}
          />
        ))}
      </div>
    </section>
  )
}

type SuggestionRowProps = {
  readonly suggestion: LinkSuggestion
  /** From 0. */
  readonly index: number
  readonly isActive: boolean
  readonly year: number | null
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onAdd: () => void
  readonly onDecline: () => void
}

function SuggestionRow(props: SuggestionRowProps) {
  const { suggestion, index, isActive, year, onFocus, onKeyDown, onAdd, onDecline } = props
  const pictures = usePictures()
  const link = shownLink(suggestion.link)
  const title = linkTitle(link)
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-label={`${title}, ${suggestion.why}, ${link.provider ?? ''}, quality ${link.quality ?? 'unknown'}`}
      tabIndex={isActive ? 0 : -1}
      data-focus-place={isActive ? 'suggestions' : undefined}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span role="gridcell">
        <Picture src={pictures(link.image)} className={styles.picture} />
      </span>
      <span className={styles.title} role="gridcell" title={title} dir="auto">
        {title}
      </span>
      <span className={styles.why} role="gridcell" title={suggestion.why}>
        {suggestion.why}
      </span>
      <span className={styles.source} role="gridcell">
        {link.provider}
      </span>
      <span className={styles.date} role="gridcell">
        {day(link.publishedDateTime, year)}
      </span>
      <span className={styles.quality} role="gridcell">
        {scoreWords(link.quality)}
      </span>
      <span className={styles.buttons} role="gridcell">
        <button
          type="button"
          className={styles.button}
          data-part="add"
          aria-label="Add link"
          title="Add link (Enter)"
          tabIndex={isActive ? 0 : -1}
          onClick={onAdd}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className={styles.button}
          data-part="decline"
          aria-label="Not related"
          title="Not related (Delete)"
          tabIndex={isActive ? 0 : -1}
          onClick={onDecline}
        >
          <Icon name="close" />
        </button>
      </span>
    </div>
  )
}
