import { parseSort, type Sort } from '#shared/library/query-sort'
import { useDesk, useDeskState } from '../../state/desk-context'
import type { GroupBy } from '../../state/group-rows'
import { orderList } from '../../state/search-actions'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'
import styles from './ListHead.module.css'

const SORTS: readonly { readonly sort: Sort; readonly words: string }[] = [
  { sort: '-date', words: 'Newest' },
  { sort: 'date', words: 'Oldest' },
  { sort: '-quality', words: 'Best quality' },
  { sort: 'quality', words: 'Lowest quality' },
  { sort: '-heat', words: 'Hottest' },
  { sort: 'heat', words: 'Coolest' },
  { sort: '-related', words: 'Most links' },
  { sort: 'related', words: 'Fewest links' },
  { sort: 'title', words: 'Title' },
  { sort: '-title', words: 'Title, from Z' },
  { sort: 'provider', words: 'Provider' },
  { sort: '-provider', words: 'Provider, from Z' },
  { sort: 'topic', words: 'Topics' },
  { sort: 'type', words: 'Type' },
  { sort: 'category', words: 'Category' },
  { sort: '-published', words: 'Published first' },
  { sort: 'published', words: 'Unpublished first' },
  { sort: 'url', words: 'Address' },
  { sort: 'path', words: 'File name' },
  { sort: '-path', words: 'File name, from Z' }
]

const GROUPS: readonly { readonly group: GroupBy; readonly words: string }[] = [
  { group: 'none', words: 'No groups' },
  { group: 'provider', words: 'Provider' },
  { group: 'topic', words: 'First topic' },
  { group: 'month', words: 'Month' }
]

/** The order of the list and how it is grouped, remembered on this computer. */
export function SortMenu() {
  const desk = useDesk()
  const { sort, group } = useDeskState(
    (each) => each.view,
    (view) => view
  )
  const words = SORTS.find((each) => each.sort === sort)?.words ?? sort
  const grouping = group === 'none' ? '' : GROUPS.find((each) => each.group === group)?.words

  return (
    <MenuButton
      label={grouping === '' ? `Sort by: ${words}` : `Sort by: ${words}, groups: ${grouping}`}
      placement="bottom end"
      face={
        <>
          <span>
            {words}
            {grouping !== '' && (
              <span className={styles.grouping}>, by {grouping?.toLowerCase()}</span>
            )}
          </span>
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuGroup
        title="Group by"
        mode="single"
        chosen={[groupId(group)]}
        onChoose={([chosen]) => {
          const next = GROUPS.find((each) => groupId(each.group) === chosen)
          if (next !== undefined) orderList(desk, { group: next.group })
        }}
      >
        {GROUPS.map((each) => (
          <MenuChoice key={each.group} id={groupId(each.group)} text={each.words} />
        ))}
      </MenuGroup>
      <MenuGroup
        title="Sort by"
        mode="single"
        chosen={[sort]}
        onChoose={([chosen]) => {
          const next = parseSort(chosen ?? '')
          if (next !== null) orderList(desk, { sort: next })
        }}
      >
        {SORTS.map((each) => (
          <MenuChoice key={each.sort} id={each.sort} text={each.words} />
        ))}
      </MenuGroup>
    </MenuButton>
  )
}

/** A menu knows its choices by their ids, and both groups have a provider. */
const groupId = (group: GroupBy): string => `group ${group}`
