import { parseSort, type Sort } from '#shared/library/query-sort'
import { useDesk, useDeskState } from '../../state/desk-context'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'

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

/** The order of the list. */
export function SortMenu() {
  const desk = useDesk()
  const sort = useDeskState(
    (each) => each.view,
    (view) => view.sort
  )
  const words = SORTS.find((each) => each.sort === sort)?.words ?? sort

  function choose([chosen]: readonly string[]) {
    const next = parseSort(chosen ?? '')
    if (next !== null) desk.view.setState({ sort: next })
  }

  return (
    <MenuButton
      label={`Sort by: ${words}`}
      placement="bottom end"
      face={
        <>
          {words}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuGroup title="Sort by" mode="single" chosen={[sort]} onChoose={choose}>
        {SORTS.map((each) => (
          <MenuChoice key={each.sort} id={each.sort} text={each.words} />
        ))}
      </MenuGroup>
    </MenuButton>
  )
}
