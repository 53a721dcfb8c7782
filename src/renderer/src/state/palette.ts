import { fold } from '#shared/library/query-fold'
import type { Story } from '#shared/story/story'
import { type Command, goTo, wordsOf } from './command'
import { CHORD_COMMANDS, DESK_COMMANDS, TRAVEL_COMMANDS } from './commands-desk'
import { LIST_COMMANDS } from './commands-list'
import type { Desk } from './desk'
import { storiesWith } from './link-search'
import { outscoring } from './outscoring'
import { appLines, storyHostLines } from './palette-host'
import { type PaletteLine, plainLine } from './palette-line'
import { listLines, viewLines } from './palette-list'
import { openStory } from './story-actions'
import { rowTitle } from './story-words'
import type { StoryTab } from './window-store'

export type PaletteGroup = { readonly title: string; readonly lines: readonly PaletteLine[] }

/** More stories would not be read. */
const MOST_STORIES = 8

/** What may be done, narrowed to what was typed: every command with its key, the views, and stories by their words. */
export function paletteGroups(desk: Desk, typed: string): readonly PaletteGroup[] {
  const wanted = fold(typed).trim()
  const found = storiesWith(typed, desk.list.getState().stories).slice(0, MOST_STORIES)
  return [
    ...commandGroups(desk).map(({ title, lines }) => ({
      title,
      // The palette is open, so neither the key that opens it nor the one that closes it is news.
      lines: matching(lines, wanted).filter(({ id }) => !OF_THE_PALETTE.has(id))
    })),
    { title: 'Stories', lines: found.map(storyLine) }
  ].filter(({ lines }) => lines.length > 0)
}

const OF_THE_PALETTE: ReadonlySet<string> = new Set(['All commands', 'Back to the list'])

/** Everything that can be done: to the open story, and else. */
export function commandGroups(desk: Desk): readonly PaletteGroup[] {
  const story = openStoryOf(desk)
  const line = lineOf(desk, story)
  const commands = [
    ...LIST_COMMANDS,
    ...TRAVEL_COMMANDS,
    ...DESK_COMMANDS,
    ...CHORD_COMMANDS
  ].filter((command) => wordsOf(command, desk) !== null)
  return [
    {
      title: 'This story',
      lines: [
        ...commands.filter(({ on }) => on !== undefined).map(line),
        ...relatedLines(desk, story),
        ...tabLines(story),
        ...storyHostLines(desk, story)
      ]
    },
    {
      title: 'Go to',
      lines: [
        ...viewLines(desk),
        ...listLines(desk),
        ...commands.filter(({ on }) => on === undefined).map(line),
        ...appLines
      ]
    }
  ]
}

/** The lines with all words that were typed; those with a word that starts so come first. */
function matching(lines: readonly PaletteLine[], wanted: string): readonly PaletteLine[] {
  const words = wanted.split(' ')
  const starts = ({ words: own }: PaletteLine) => ` ${fold(own)}`.includes(` ${wanted}`)
  const found = lines.filter(({ words: own }) => words.every((word) => fold(own).includes(word)))
  return [...found.filter(starts), ...found.filter((line) => !starts(line))]
}

const lineOf =
  (desk: Desk, story: Story | null) =>
  ({ words, wordsNow, caps, on, menu, run }: Command): PaletteLine => ({
    ...plainLine,
    id: words,
    words: wordsOf({ words, wordsNow }, desk) ?? words,
    menu: menu ?? (on === undefined ? 'go' : 'story'),
    caps,
    why: on === undefined ? travelWhy(desk, words) : storyWhy(story, on),
    run: (each) => run(each, { shift: false, page: 10 })
  })

function relatedLines(desk: Desk, story: Story | null): readonly PaletteLine[] {
  const { detail } = desk.details.store.getState()
  const links = story !== null && detail?.story.id === story.id ? detail.links : []
  const isSorted = outscoring(links).length === 0
  const { atLink } = desk.window.getState()
  const link = links.find(({ key }) => key === atLink?.link && story?.id === atLink.story)
  return [
    {
      ...plainLine,
      id: 'sort-links',
      words: 'Sort related by quality',
      why: storyWhy(story, 'fields') ?? (isSorted ? 'In order already' : null),
      run: (each) => {
        if (story !== null) void each.listEdits.sortLinks(story.id)
      }
    },
    {
      ...plainLine,
      id: 'add-link',
      words: 'Add related link',
      why: storyWhy(story, 'fields'),
      run: (each) => goTo(each, 'add-link')
    },
    {
      ...plainLine,
      id: 'compare-links',
      words: 'Compare duplicate links',
      caps: ['D'],
      why: storyWhy(story, 'fields'),
      run: (each) => {
        goTo(each, 'related')
        each.window.setState({ dialog: 'compare-links' })
      }
    },
    {
      ...plainLine,
      id: 'move-link',
      words: 'Move link to another story',
      detail: link?.title ?? null,
      caps: ['M'],
      why: storyWhy(story, 'fields') ?? (link === undefined ? 'No link has the focus' : null),
      run: (each) => each.window.setState({ dialog: 'move-link' })
    },
    {
      ...plainLine,
      id: 'take-link',
      words: 'Take a link from another story',
      why: storyWhy(story, 'fields'),
      run: (each) => each.window.setState({ dialog: 'take-link' })
    },
    {
      ...plainLine,
      id: 'add-picture',
      words: 'Add picture',
      why: storyWhy(story, 'fields'),
      run: (each) => goTo(each, 'add-picture')
    }
  ]
}

const TABS: readonly { readonly tab: StoryTab; readonly words: string }[] = [
  { tab: 'story', words: 'Edit the story' },
  { tab: 'preview', words: 'Preview the story' },
  { tab: 'source', words: 'Show the source' },
  { tab: 'history', words: 'Show the history' }
]

const tabLines = (story: Story | null): readonly PaletteLine[] =>
  TABS.map(({ tab, words }) => ({
    ...plainLine,
    id: `tab ${tab}`,
    words,
    menu: 'view',
    why: storyWhy(story, 'story'),
    run: (desk) => desk.window.setState({ tab, showsStory: true })
  }))

const storyLine = (story: Story): PaletteLine => ({
  ...plainLine,
  id: `story ${story.id}`,
  words: rowTitle(story),
  detail: story.provider,
  story,
  run: (desk) => openStory(desk, story.id)
})

function storyWhy(story: Story | null, on: 'story' | 'fields'): string | null {
  if (story === null) return 'No story is open'
  return on === 'fields' && story.problem !== null ? 'The file cannot be edited' : null
}

function travelWhy(desk: Desk, words: string): string | null {
  const { undo, redo } = desk.library.getState().state
  if (words === 'Undo' && undo === null) return 'Nothing to undo'
  return words === 'Redo' && redo === null ? 'Nothing to redo' : null
}

function openStoryOf(desk: Desk): Story | null {
  const { current } = desk.view.getState()
  return current === null ? null : (desk.library.getState().stories.get(current) ?? null)
}
