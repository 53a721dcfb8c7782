import { type Command, goTo } from './command'
import { plain } from './key-press'

/** Keys of the list for what Storydesk knows about stories. */
export const JUDGING_COMMANDS: readonly Command[] = [
  {
    words: 'Suggested links',
    on: 'fields',
    caps: ['C'],
    matches: plain('c'),
    run: (desk) => goTo(desk, 'suggestions')
  },
  {
    words: 'Compare duplicate stories',
    caps: ['D'],
    matches: plain('d'),
    run: (desk) => desk.window.setState({ dialog: 'compare-stories' })
  },
  {
    words: 'Insights',
    caps: ['I'],
    matches: plain('i'),
    run: (desk) => desk.window.setState({ dialog: 'insights' })
  }
]
