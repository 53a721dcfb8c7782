import { useId, useState } from 'react'
import type { FacetValue } from '#shared/library/query-facets'
import { useDesk, useDeskState } from '../../state/desk-context'
import { type FacetField, stateOf, toggled } from '../../state/filters'
import { FacetRow } from './FacetRow'
import styles from './SideRow.module.css'

type FacetListProps = {
  readonly field: FacetField
  readonly title: string
  /** Most frequent first. */
  readonly values: readonly FacetValue[]
  /** How many are shown before the rest is asked for. */
  readonly atFirst: number
  /** How a value reads, if not as it is. */
  readonly wordsOf?: (value: string) => string
}

/** More would be slower to read than to search for. */
const MOST = 200

/**
 * The values of one field with their counts. A click narrows the list to one, another click takes that back; with
 * Alt, by the minus sign or its key a value is left out instead.
 */
export function FacetList({ field, title, values, atFirst, wordsOf = String }: FacetListProps) {
  const desk = useDesk()
  const filters = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const [showsAll, setShowsAll] = useState(false)
  const titleId = useId()
  const isOn = (value: string) => stateOf(filters, field, value) !== 'off'
  const toggle = (value: string, isNot: boolean) =>
    desk.view.setState({ filters: toggled(filters, { field, value, isNot }) })
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
          <FacetRow
            key={value}
            words={wordsOf(value)}
            count={count}
            state={stateOf(filters, field, value)}
            onToggle={(isNot) => toggle(value, isNot)}
          />
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
