import { useId, useState } from 'react'
import type { FacetValue } from '#shared/library/query-facets'
import { useDesk, useDeskState } from '../../state/desk-context'
import { type Filter, toggled } from '../../state/view-store'
import { Icon } from '../../ui/Icon'
import styles from './SideRow.module.css'

type FacetListProps = {
  readonly field: Filter['field']
  readonly title: string
  /** Most frequent first. */
  readonly values: readonly FacetValue[]
  /** How many are shown before the rest is asked for. */
  readonly atFirst: number
}

/** More would be slower to read than to search for. */
const MOST = 200

/** The values of one field with their counts. A click narrows the list to one, another click takes that back. */
export function FacetList({ field, title, values, atFirst }: FacetListProps) {
  const desk = useDesk()
  const filters = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const [showsAll, setShowsAll] = useState(false)
  const titleId = useId()
  const isOn = (value: string) =>
    filters.some((filter) => filter.field === field && filter.value === value)
  const shown = values.filter(({ value }, index) =>
    showsAll ? index < MOST : index < atFirst || isOn(value)
  )
  if (values.length === 0) return null

  return (
    <section aria-labelledby={titleId}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <ul className={styles.rows}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className={styles.row}
              aria-pressed={isOn(value)}
              title={value}
              onClick={() => desk.view.setState({ filters: toggled(filters, { field, value }) })}
            >
              <span className={styles.mark}>{isOn(value) && <Icon name="check" size={14} />}</span>
              <span className={styles.words}>{value}</span>
              <span className={styles.count}>{count.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
        {values.length > atFirst && (
          <li>
            <button
              type="button"
              className={`${styles.row} ${styles.more}`}
              aria-expanded={showsAll}
              onClick={() => setShowsAll(!showsAll)}
            >
              <span className={styles.mark} />
              {showsAll
                ? 'Fewer'
                : `All ${values.length.toLocaleString('en')} ${title.toLowerCase()}`}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}
