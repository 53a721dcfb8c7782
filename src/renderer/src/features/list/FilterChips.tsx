import { useRef } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { chipWords, type Filter, keyOf, toggled } from '../../state/filters'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'
import styles from './FilterChips.module.css'
import { FilterMenu } from './FilterMenu'
import { useFitting } from './use-fitting'

/** What the list is narrowed to, in one line; what does not fit into it is in a menu at its end. */
export function FilterChips() {
  const desk = useDesk()
  const filters = useDeskState(
    (each) => each.view,
    (view) => view.filters
  )
  const list = useRef<HTMLUListElement>(null)
  const fitting = useFitting(list, filters)
  const folded = filters.slice(fitting)
  const remove = (filter: Filter) =>
    desk.view.setState({ filters: toggled(desk.view.getState().filters, filter) })

  return (
    <ul ref={list} className={styles.filters} aria-label="Filters">
      {filters.map((filter, index) => (
        <li key={keyOf(filter)} className={styles.chip} data-folded={index >= fitting || undefined}>
          <ChipWords filter={filter} />
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove filter ${spoken(filter)}`}
            onClick={() => remove(filter)}
          >
            <Icon name="close" size={13} />
          </button>
        </li>
      ))}
      {folded.length > 0 && (
        <li className={styles.fixed}>
          <MenuButton
            label={`${folded.length} more ${folded.length === 1 ? 'filter' : 'filters'}`}
            face={`${folded.length} more`}
          >
            <MenuGroup title="Remove filter">
              {folded.map((filter) => (
                <MenuChoice
                  key={keyOf(filter)}
                  id={keyOf(filter)}
                  text={spoken(filter)}
                  onAction={() => remove(filter)}
                />
              ))}
            </MenuGroup>
          </MenuButton>
        </li>
      )}
      <li className={styles.fixed}>
        <FilterMenu />
      </li>
    </ul>
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
