import { StoryId } from '#shared/story/story-id'
import { type Command, type Context, WrongUse, wholeNumber } from './command'
import { type KnownLibrary, knownLibrary } from './known-library'
import { readArguments } from './read-arguments'
import { type SuggestLinesOptions, suggestLines } from './suggest'
import { terminalText } from './terminal-text'

const USAGE = `Usage: storydesk suggest <folder> (<story> | --all) [--limit n] [--json]

Names coverage that the library knows and that a story's list does not hold yet, best first, with the reason. A story is
named by its path below the folder, with /. Changes nothing.

  --all       for every story
  --limit n   at most so many a story; without it, 20
  --json      one JSON object a story

Ends with 2 if the story or a folder cannot be read.`

const MOST = '20'

/** `storydesk suggest`. */
export const suggestCommand: Command = {
  name: 'suggest',
  summary: 'names related coverage that a story does not have',
  usage: USAGE,
  async run(args, context) {
    const { folder, ...options } = parse(args)
    const library = await knownLibrary(folder, context)
    if (library === null) return 2
    const isThere = areThere(options.stories, library, context)
    for (const line of suggestLines(library.stories, options)) context.say(line)
    return isThere && !library.isPartial ? 0 : 2
  }
}

function parse(args: readonly string[]): SuggestLinesOptions & { folder: string | undefined } {
  const known = { all: 'flag', limit: 'text', json: 'flag' } as const
  const { options, words } = readArguments(args, known)
  const [folder, story, ...others] = words
  if (others.length > 0) throw new WrongUse('Only one story can be named; --all means every story.')
  const limit = wholeNumber('--limit', options.limit ?? MOST, 0, 1_000_000)
  const rest = { folder, limit, json: options.json }
  if (folder !== undefined && options.all === (story !== undefined)) {
    throw new WrongUse('Name a story, or say --all.')
  }
  if (story === undefined) return { ...rest, stories: 'all' }
  const id = StoryId.safeParse(story)
  if (!id.success) throw new WrongUse(`"${story}" is no path below the folder.`)
  return { ...rest, stories: [id.data] }
}

/** @returns whether all stories that were named can be read; of others the person has been told. */
function areThere(
  named: SuggestLinesOptions['stories'],
  { stories }: KnownLibrary,
  { complain }: Context
): boolean {
  if (named === 'all') return true
  const missing = named.filter((id) => !stories.some(({ story }) => story.id === id))
  for (const id of missing) complain(terminalText(`There is no story that can be read at ${id}.`))
  return missing.length === 0
}
