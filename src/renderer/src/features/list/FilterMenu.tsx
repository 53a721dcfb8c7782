import { useDesk, useDeskState } from '../../state/desk-context'
import { addFilter, beginCondition } from '../../state/search-actions'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice, MenuGroup } from '../../ui/MenuChoice'

/** What is worth asking at once, and conditions that want a value. Whatever the search box understands can be a filter. */
export function FilterMenu() {
  const desk = useDesk()
  const isOpen = useDeskState(
    (each) => each.window,
    ({ addsFilter }) => addsFilter
  )
  return (
    <MenuButton
      label="Add filter"
      face={<Icon name="plus" />}
      isOpen={isOpen}
      onOpenChange={(addsFilter) => desk.window.setState({ addsFilter })}
    >
      <MenuGroup title="Show only">
        {READY.map(({ words, query, isNot = false }) => (
          <MenuChoice
            key={words}
            id={words}
            text={words}
            onAction={() => addFilter(desk, { field: 'query', value: query, isNot })}
          />
        ))}
        <MenuChoice
          id="week"
          text="From the last 7 days"
          onAction={() =>
            addFilter(desk, { field: 'query', value: `date>=${daysAgo(7)}`, isNot: false })
          }
        />
      </MenuGroup>
      <MenuGroup title="With a value">
        {BEGUN.map(({ words, begun }) => (
          <MenuChoice
            key={begun}
            id={begun}
            text={words}
            onAction={() => beginCondition(desk, begun)}
          />
        ))}
      </MenuGroup>
    </MenuButton>
  )
}

const READY: readonly {
  readonly words: string
  readonly query: string
  readonly isNot?: boolean
}[] = [
  { words: 'With related coverage', query: 'has:related' },
  { words: 'Without related coverage', query: 'has:related', isNot: true },
  { words: 'Without a picture', query: 'has:image', isNot: true },
  { words: 'Without an excerpt', query: 'has:excerpt', isNot: true },
  { words: 'Without a topic', query: 'has:topic', isNot: true },
  { words: 'In which something is found', query: 'is:finding' }
]

const BEGUN = [
  { words: 'Quality…', begun: 'quality>=' },
  { words: 'Heat…', begun: 'heat>=' },
  { words: 'Links…', begun: 'related>=' },
  { words: 'Date…', begun: 'date:' },
  { words: 'Topic…', begun: 'topic:' },
  { words: 'Provider…', begun: 'provider:' },
  { words: 'Title…', begun: 'title:' },
  { words: 'Address…', begun: 'url:' }
] as const

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
