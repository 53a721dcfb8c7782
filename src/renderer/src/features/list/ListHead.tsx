import { useDesk, useDeskState } from '../../state/desk-context'
import { toggled } from '../../state/view-store'
import { Icon } from '../../ui/Icon'
import styles from './ListHead.module.css'
import { SortMenu } from './SortMenu'

/** What the list is narrowed to, how many stories are left of how many, and their order. */
export function ListHead() {
  const desk = useDesk()
  const filters = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const isProblems = useDeskState(
    (each) => each.view,
    ({ name }) => name === 'problems'
  )
  return (
    <div className={styles.head}>
      <ul className={styles.filters} aria-label="Filters">
        {filters.map((filter) => (
          <li key={`${filter.field} ${filter.value}`} className={styles.chip}>
            <span className={styles.name}>{FIELD_WORDS[filter.field]}</span>
            <span className={styles.value}>{filter.value}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove filter ${filter.field} ${filter.value}`}
              onClick={() => desk.view.setState({ filters: toggled(filters, filter) })}
            >
              <Icon name="close" size={13} />
            </button>
          </li>
        ))}
      </ul>
      <ListCount />
      {!isProblems && <SortMenu />}
    </div>
  )
}

const FIELD_WORDS = { topic: 'Topic', provider: 'Provider' } as const

/** `312 of 6,241`: what is shown, of all stories. */
function ListCount() {
  const shown = useDeskState(
    (desk) => desk.list,
    ({ rows }) => rows.length
  )
  const all = useDeskState(
    (desk) => desk.list,
    ({ counts }) => counts.all
  )
  return (
    <p className={styles.count}>
      <b>{shown.toLocaleString('en')}</b> of {all.toLocaleString('en')}
    </p>
  )
}
