import { webAddress } from '#shared/story/web-address'
import { hasSelection } from './bulk-actions'
import { type Command, goTo, withCurrent } from './command'
import { DECIDING_COMMANDS } from './commands-deciding'
import { JUDGING_COMMANDS } from './commands-judging'
import { MOVING_COMMANDS } from './commands-moving'
import type { Desk } from './desk'
import { plain, shifted } from './key-press'
import { addSuggestedTopic } from './topic-actions'

/** Keys of the list while it has the focus. */
export const LIST_COMMANDS: readonly Command[] = [
  ...MOVING_COMMANDS,
  ...DECIDING_COMMANDS,
  {
    words: 'Into the story',
    on: 'fields',
    caps: ['Enter'],
    matches: plain('Enter'),
    run: (desk) => goTo(desk, 'title')
  },
  {
    words: 'Topics',
    on: 'fields',
    caps: ['T'],
    matches: plain('t'),
    run: (desk) => (hasSelection(desk) ? desk.bulk.ask('topics') : goTo(desk, 'topics'))
  },
  {
    words: 'Add the suggested topic',
    on: 'fields',
    caps: ['S'],
    matches: plain('s'),
    run: withCurrent(addSuggestedTopic)
  },
  {
    words: 'Related coverage',
    on: 'fields',
    caps: ['R'],
    matches: plain('r'),
    run: (desk) => goTo(desk, 'related')
  },
  ...JUDGING_COMMANDS,
  {
    words: 'Open AMP page',
    on: 'story',
    caps: ['Shift', 'O'],
    matches: shifted('o'),
    run: withCurrent((desk, id) => {
      const { detail } = desk.details.store.getState()
      const address = detail?.story.id === id ? detail.data.ampWebUrl : null
      openPage(desk, typeof address === 'string' ? address : null)
    })
  },
  {
    words: 'Open page',
    on: 'story',
    caps: ['O'],
    matches: plain('o'),
    run: withCurrent((desk, id) =>
      openPage(desk, desk.library.getState().stories.get(id)?.webUrl ?? null)
    )
  },
  {
    words: 'Add a filter',
    menu: 'view',
    caps: ['F'],
    matches: plain('f'),
    run: (desk) => desk.window.setState({ addsFilter: true, showsStory: false })
  }
]

function openPage(desk: Desk, address: string | null): void {
  const page = webAddress(address)
  if (page === null) desk.voice.announce('The story has no such address that can be opened.')
  else window.open(page.href, '_blank', 'noopener,noreferrer')
}
