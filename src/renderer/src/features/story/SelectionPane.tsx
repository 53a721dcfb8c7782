import { useDeferredValue, useMemo } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { scoreWords } from '../../state/score-words'
import { noSelection } from '../../state/selection'
import { clearSelection } from '../../state/selection-actions'
import { type Share, type Span, summarize } from '../../state/selection-summary'
import { countOf, rowTitle } from '../../state/story-words'
import { day } from '../../state/time-words'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import styles from './SelectionPane.module.css'

/** More would not be read. */
const MOST_TITLES = 40
const MOST_SHARES = 8

/** What the selected stories share and in what they differ, in the place of one story that would stand for all. */
export function SelectionPane() {
  const desk = useDesk()
  const ids = useDeskState(
    (each) => each.selection,
    (selection) => selection.ids
  )
  const rows = useDeskState(
    (each) => each.list,
    (list) => list.rows
  )
  // Selecting must not wait for this, however many are selected.
  const shownIds = useDeferredValue(ids, noSelection.ids)
  const shownRows = useDeferredValue(rows)
  const stories = useMemo(
    () =>
      shownIds.size === shownRows.length
        ? shownRows // Only what the list shows is ever selected.
        : shownRows.filter(({ id }) => shownIds.has(id)),
    [shownRows, shownIds]
  )
  const summary = useMemo(() => summarize(stories), [stories])
  const { count, onSite, problems, quality, heat, links, topics, providers, dates } = summary

  return (
    <section className={styles.pane} aria-label="Selection">
      <header className={styles.head}>
        <h2 className={styles.title}>{countOf(ids.size, 'story', 'stories')} selected</h2>
        <Button
          look="quiet"
          onPress={() => {
            clearSelection(desk)
            focusPlace('list')
          }}
        >
          Back to one story
        </Button>
      </header>
      <p className={styles.help}>
        Keys and the bar below the list change all of them, after a preview. Esc selects none.
      </p>
      <div className={styles.fields} hidden={count === 0}>
        <Field label="Published" align="text">
          <Published count={count} onSite={onSite} />
        </Field>
        <Field label="Quality" align="text">
          {spanWords(quality)}
        </Field>
        <Field label="Heat" align="text">
          {spanWords(heat)}
        </Field>
        <Field label="Topics" align="text">
          <Shares shares={topics} count={count} none="None" />
        </Field>
        <Field label="Provider" align="text">
          <Shares shares={providers} count={count} none="None" />
        </Field>
        <Field label="Date" align="text">
          {dates === null ? 'Missing' : datesWords(dates.first, dates.last)}
        </Field>
        <Field label="Links" align="text">
          {spanWords(links)}
        </Field>
        {problems > 0 && (
          <Field label="Problems" align="text">
            <span className={styles.problem}>
              <Icon name="problem" size={13} />
              {problems === 1 ? '1 cannot be edited' : `${problems} cannot be edited`}
            </span>
          </Field>
        )}
      </div>
      <ul className={styles.stories} aria-label="Selected">
        {stories.slice(0, MOST_TITLES).map((story) => (
          <Line key={story.id} story={story} />
        ))}
      </ul>
      {count > MOST_TITLES && (
        <p className={styles.help}>and {(count - MOST_TITLES).toLocaleString('en')} more</p>
      )}
    </section>
  )
}

function Published({ count, onSite }: { readonly count: number; readonly onSite: number }) {
  if (onSite === 0) return 'None is on the site'
  if (onSite === count) return 'All on the site'
  return `${onSite.toLocaleString('en')} on the site, ${(count - onSite).toLocaleString('en')} not`
}

type SharesProps = {
  readonly shares: readonly Share[]
  readonly count: number
  readonly none: string
}

/** What all have stands first and strong; the others say how many have them. */
function Shares({ shares, count, none }: SharesProps) {
  if (shares.length === 0) return none
  return (
    <span className={styles.shares}>
      {shares.slice(0, MOST_SHARES).map(({ value, count: own }) => (
        <span key={value} className={styles.share} data-all={own === count || undefined}>
          <span className={styles.value} dir="auto">
            {value}
          </span>
          <span className={styles.count}>{own === count ? 'all' : own.toLocaleString('en')}</span>
        </span>
      ))}
      {shares.length > MOST_SHARES && (
        <span className={styles.count}>and {shares.length - MOST_SHARES} more</span>
      )}
    </span>
  )
}

function Line({ story }: { readonly story: Story }) {
  return (
    <li className={styles.story}>
      <span className={styles.glyph} data-on-site={story.onSite || undefined}>
        <Icon name={story.onSite ? 'published' : 'unpublished'} />
      </span>
      <span className={styles.value} dir="auto" title={rowTitle(story)}>
        {rowTitle(story)}
      </span>
      <b>{scoreWords(story.quality)}</b>
    </li>
  )
}

function spanWords(span: Span | null): string {
  if (span === null) return 'Missing'
  const { least, most, median, missing } = span
  const range =
    least === most
      ? `${number(least)} in all`
      : `${number(least)} to ${number(most)}, median ${number(median)}`
  return missing === 0 ? range : `${range}; missing in ${number(missing)}`
}

const number = (value: number): string => value.toLocaleString('en').replace('-', '−')

function datesWords(first: string, last: string): string {
  const [from, to] = [day(first, null), day(last, null)]
  return from === to ? `${from}` : `${from} to ${to}`
}
