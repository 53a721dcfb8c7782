import { explainUnreadable } from '#shared/library/library-error'
import { useDesk, useDeskState } from '../../state/desk-context'
import { focusPlace } from '../../state/focus-place'
import { chooseFolder } from '../../state/library-actions'
import { showView } from '../../state/story-actions'
import { countOf } from '../../state/story-words'
import type { View } from '../../state/view-store'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { StillRows } from './StillRows'

/** What stands in the list when it has no rows, and why. */
export function ListStates() {
  const desk = useDesk()
  const {
    phase,
    folder,
    unreadable,
    patterns = []
  } = useDeskState(
    (each) => each.library,
    ({ state }) => state
  )
  const view = useDeskState(
    (each) => each.view,
    (each) => each
  )
  const total = useDeskState(
    (each) => each.list,
    ({ counts }) => counts.all
  )
  const open = <Button onPress={() => void chooseFolder(desk)}>Open folder</Button>

  if (phase === 'opening') return <StillRows />
  if (phase === 'away') {
    return (
      <Empty
        icon="folder"
        fact={`The folder ${folder} is not there.`}
        help="Its drive may be offline. Storydesk looks again by itself."
      >
        {open}
      </Empty>
    )
  }
  if (total === 0 && unreadable.length > 0) {
    return (
      <Empty icon="folder" {...explainUnreadable(unreadable)}>
        {open}
      </Empty>
    )
  }
  if (total === 0) {
    const looked =
      patterns.length === 0
        ? 'Markdown files with front matter'
        : `what storydesk.yml names (${patterns.join(', ')})`
    return (
      <Empty
        icon="folder"
        fact="No stories in this folder."
        help={`Storydesk looked for ${looked} in ${folder}.`}
      >
        {open}
      </Empty>
    )
  }
  if (view.text === '' && view.filters.length === 0) return <EmptyView />

  function clear() {
    desk.view.setState({ text: '', filters: [] })
    focusPlace('search')
  }
  return (
    <Empty icon="filter" fact="No story matches." help={whatIsOn(view)}>
      <Button onPress={clear}>Clear search and filters</Button>
    </Empty>
  )
}

/** `A search and 2 filters are on.` */
function whatIsOn({ text, filters }: View): string {
  const search = text === '' ? [] : ['a search']
  const narrowing = filters.length === 0 ? [] : [countOf(filters.length, 'filter', 'filters')]
  const words = [...search, ...narrowing].join(' and ')
  const verb = search.length + filters.length === 1 ? 'is' : 'are'
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${verb} on.`
}

/** A view that holds nothing although the library does. */
function EmptyView() {
  const desk = useDesk()
  const name = useDeskState(
    (each) => each.view,
    (view) => view.name
  )
  const { all, inbox, held } = useDeskState(
    (each) => each.list,
    (list) => list.counts
  )
  if (name === 'inbox') {
    const help = `${countOf(all - inbox - held, 'story', 'stories')} reviewed, ${held.toLocaleString('en')} held.`
    return (
      <Empty icon="inbox" fact="Inbox is empty." help={help}>
        {held > 0 && <Button onPress={() => showView(desk, 'held')}>Show held</Button>}
      </Empty>
    )
  }
  if (name === 'held') {
    return <Empty icon="held" fact="No story is held." help="H puts the open story aside." />
  }
  if (name === 'problems') {
    return (
      <Empty
        icon="check"
        fact="No problems."
        help="Nothing is published by accident, and the checks find nothing."
      />
    )
  }
  if (name === 'published') return <Empty icon="published" fact="No story is on the site." />
  return <Empty icon="unpublished" fact="Every story is on the site." />
}
