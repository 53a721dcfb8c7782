import { useDesk, useDeskState } from '../../state/desk-context'
import { chipWords, type Filter, keyOf, toggled } from '../../state/filters'
import { onSite } from '../../state/on-site'
import { canSaveView } from '../../state/saved-views'
import { Icon } from '../../ui/Icon'
import { IconButton } from '../../ui/IconButton'
import { FilterMenu } from './FilterMenu'
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
          <li key={keyOf(filter)} className={styles.chip}>
            <ChipWords filter={filter} />
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove filter ${spoken(filter)}`}
              onClick={() => desk.view.setState({ filters: toggled(filters, filter) })}
            >
              <Icon name="close" size={13} />
            </button>
          </li>
        ))}
        <li>
          <FilterMenu />
        </li>
      </ul>
      <SaveAsView />
      <ListCount />
      {!isProblems && <SortMenu />}
    </div>
  )
}

/** Offers to keep what the list is narrowed to, unless it is kept already. */
function SaveAsView() {
  const desk = useDesk()
  const canSave = useDeskState((each) => each.view, canSaveView)
  if (!canSave) return null
  return (
    <IconButton
      icon="view"
      label="Save as view"
      onPress={() => desk.naming.setState({ naming: { kind: 'save' } })}
    />
  )
}

/** What is left out says so first. */
function ChipWords({ filter }: { readonly filter: Filter }) {
  const { name, value } = chipWords(filter)
  return (
    <>
      {filter.isNot && <span className={styles.name}>not</span>}
      {!(filter.isNot && filter.field !== 'query') && <span className={styles.name}>{name}</span>}
      <span className={styles.value} title={value}>
        {value}
      </span>
    </>
  )
}

function spoken(filter: Filter): string {
  const { name, value } = chipWords(filter)
  return `${filter.isNot ? 'not ' : ''}${name} ${value}`
}

/** `312 of 6,241`: what is shown, of all stories; and of those on the site, how many are there by mistake. */
function ListCount() {
  const rows = useDeskState(
    (desk) => desk.list,
    (list) => list.rows
  )
  const isPublished = useDeskState(
    (desk) => desk.view,
    ({ name }) => name === 'published'
  )
  const all = useDeskState(
    (desk) => desk.list,
    ({ counts }) => counts.all
  )
  const mistakes = isPublished ? onSite(rows).byMistake : 0
  return (
    <p className={styles.count}>
      <b>{rows.length.toLocaleString('en')}</b> of {all.toLocaleString('en')}
      {mistakes > 0 && (
        <>
          ,{' '}
          <span className={styles.mistakes} title="Jekyll publishes what it cannot read">
            {mistakes.toLocaleString('en')} by mistake
          </span>
        </>
      )}
    </p>
  )
}
