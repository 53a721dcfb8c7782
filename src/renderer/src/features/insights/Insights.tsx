import { type ReactNode, useMemo } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { Scale } from '../../state/distribution'
import { focusPlaceSoon } from '../../state/focus-place'
import {
  isNarrowedTo,
  narrowToRange,
  type RangeField,
  toggleValue
} from '../../state/insight-filters'
import { insightsOf, leftOut, type RangeBin } from '../../state/insights'
import { countOf } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { BarList } from './BarList'
import { Histogram } from './Histogram'
import styles from './Insights.module.css'

type InsightsProps = {
  /** What the list is narrowed to, and the way to narrow it. */
  readonly filters: ReactNode
}

/** The same object as long as it says the same. */
function useScale(): Scale {
  const { points, end, most } = useDeskState(
    (each) => each.overview,
    (overview) => overview.quality.scale
  )
  return useMemo(() => ({ points, end, most }), [points, end, most])
}

/** What the library looks like, on one screen. What is chosen here narrows the list. */
export function Insights({ filters }: InsightsProps) {
  const desk = useDesk()
  const { stories, rows } = useDeskState(
    (each) => each.list,
    (list) => list
  )
  const library = useDeskState(
    (each) => each.library,
    (state) => state
  )
  const { findings } = library
  const narrowed = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const scale = useScale()
  const insights = useMemo(
    () => insightsOf(stories, rows, { findings, now: Date.now(), scale }),
    [stories, rows, findings, scale]
  )
  const { published, unpublished, outside } = insights.all

  function close() {
    desk.window.setState({ dialog: 'none' })
    focusPlaceSoon('list')
  }
  /** How many stories a chart does not show, and why. */
  const without = (bins: readonly RangeBin[], words: string): string => {
    const left = leftOut(insights.all, bins)
    return left === 0 ? '' : `; ${left.toLocaleString('en')} ${words}`
  }
  const narrow = (field: RangeField) => (first: RangeBin, last: RangeBin) =>
    narrowToRange(desk, field, first, last)

  return (
    <Dialog title="Insights" size="full" onClose={close}>
      <div className={styles.bar}>
        {filters}
        <span className={styles.count}>
          <b>{(published + unpublished).toLocaleString('en')}</b> of{' '}
          {(published + unpublished + outside).toLocaleString('en')},{' '}
          <b>{published.toLocaleString('en')}</b> published
        </span>
        <Button look="primary" onPress={close}>
          Show {countOf(published + unpublished, 'story', 'stories')}
        </Button>
      </div>
      <ul className={styles.legend} aria-hidden="true">
        <li data-part="published">Published</li>
        <li data-part="unpublished">Unpublished</li>
        <li data-part="outside">Outside the filter</li>
      </ul>
      <div className={styles.charts}>
        <div className={styles.wide}>
          <Histogram
            title="Quality"
            about={`stories per 5 points${without(insights.quality, 'without a quality')}`}
            bins={insights.quality}
            onNarrow={narrow('quality')}
          />
          <Histogram
            title="Heat"
            about={`stories per 25 points${without(insights.heat, 'without a heat')}`}
            bins={insights.heat}
            onNarrow={narrow('heat')}
          />
          <Histogram
            title="Stories per day"
            about={
              insights.days.length === 0
                ? 'no story has a date'
                : `${insights.days.length} days${without(insights.days, 'on none of them')}`
            }
            bins={insights.days}
            onNarrow={narrow('date')}
          />
          <Histogram
            title="Related links"
            about="stories by the length of their list"
            bins={insights.links}
            onNarrow={narrow('related')}
          />
        </div>
        <div className={styles.narrow}>
          <BarList
            title="Topics"
            bins={insights.topics}
            isChosen={(value) => isNarrowedTo(narrowed, 'topic', value)}
            onChoose={(value) => toggleValue(desk, 'topic', value)}
          />
          <BarList
            title="Providers"
            bins={insights.providers}
            isChosen={(value) => isNarrowedTo(narrowed, 'provider', value)}
            onChoose={(value) => toggleValue(desk, 'provider', value)}
          />
          <BarList
            title="Findings"
            bins={insights.findings}
            isChosen={(value) => isNarrowedTo(narrowed, 'finding', value)}
            onChoose={(value) => toggleValue(desk, 'finding', value)}
          />
        </div>
      </div>
    </Dialog>
  )
}
