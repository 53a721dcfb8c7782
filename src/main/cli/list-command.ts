import { homedir } from 'node:os'
import { duplicateIds } from '#shared/library/duplicate-stories'
import {
  explainLibraryError,
  explainUnreadable,
  type LibraryError
} from '#shared/library/library-error'
import type { LibrarySnapshot } from '#shared/library/library-state'
import { asksFindings } from '#shared/library/query-match'
import { parseQuery } from '#shared/library/query-parse'
import { parseSort, SORT_KEYS } from '#shared/library/query-sort'
import { ok, type Result } from '#shared/result'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { appDataFolder } from '../app-data'
import { duplicateStories } from '../library/duplicate-stories'
import { createLibrary } from '../library/library'
import { createLog } from '../log'
import { type Command, type Context, WrongUse, wholeNumber } from './command'
import { type ListOptions, listLines } from './list'
import { readArguments } from './read-arguments'
import { terminalText } from './terminal-text'

const USAGE = `Usage: storydesk list <folder> [query] [--sort key] [--limit n] [--json]

Lists the stories that match the query, in the language of the desk's search box. Without a query, all of them.

  --sort key   one of ${SORT_KEYS.join(', ')};
               with - before it from the highest to the lowest. Without it, by path
  --limit n    at most so many stories
  --json       one JSON object a line

Ends with 2 if a folder cannot be read; where that is one inside the library, the other stories are listed.`

/** `storydesk list`. */
export const listCommand: Command = {
  name: 'list',
  summary: 'lists the stories that match a query',
  usage: USAGE,
  async run(args, context) {
    const { named, options } = parse(args)
    if (named === undefined) throw new WrongUse('The folder is missing.')
    const read = await readLibrary(named, context)
    if (!read.ok) {
      context.complain(explainLibraryError(read.error))
      return 2
    }
    const { stories, state } = read.value
    const asking = { isDuplicate: duplicatesIn(stories) }
    for (const line of listLines(stories, options, asking)) context.say(line)
    if (state.unreadable.length === 0) return 0
    const { fact, help } = explainUnreadable(state.unreadable)
    context.complain(terminalText(`${fact} ${help}`))
    return 2
  }
}

/** @returns a test that compares all stories, but only once it is asked. */
function duplicatesIn(stories: readonly Story[]): (story: Story) => boolean {
  let known: ReadonlySet<StoryId> | null = null
  return ({ id }) => {
    known ??= duplicateIds(duplicateStories(stories))
    return known.has(id)
  }
}

async function readLibrary(
  folder: string,
  { env, complain }: Context
): Promise<Result<LibrarySnapshot, LibraryError>> {
  const log = { ...createLog(complain), info: () => {} }
  const library = createLibrary({ log, appData: appDataFolder(env, process.platform, homedir()) })
  try {
    const opened = await library.open(folder)
    if (!opened.ok) return opened
    await library.opened()
    return ok(library.snapshot())
  } finally {
    await library.close()
  }
}

function parse(args: readonly string[]): { named: string | undefined; options: ListOptions } {
  const known = { sort: 'text', limit: 'text', json: 'flag' } as const
  const { options, words } = readArguments(args, known, { dashedWords: true })
  const [named, ...asked] = words
  const query = parseQuery(asked.join(' '))
  if (!query.ok) throw new WrongUse(query.error.message)
  if (asksFindings(query.value)) {
    throw new WrongUse('What checks find is no part of this list: "storydesk check" names it.')
  }
  const { limit, json } = options
  const sort = parseSort(options.sort ?? 'path')
  if (sort === null) throw new WrongUse(`Stories cannot be sorted by "${options.sort}".`)
  const most = limit === null ? null : wholeNumber('--limit', limit, 0, 1_000_000_000)
  return { named, options: { query: query.value, sort, limit: most, json } }
}
