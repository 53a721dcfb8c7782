import { type Command, WrongUse } from './command'
import { duplicateLines } from './duplicates'
import { knownLibrary } from './known-library'
import { readArguments } from './read-arguments'

const USAGE = `Usage: storydesk duplicates <folder> [--json]

Names what is double: stories that are one report, links of a list that are, and links that are the story in whose list
they stand. Of several that are one, each is named once. Changes nothing.

  --json   one JSON object a pair; a link is named by its address, its story (of) and its place in the list (at, from 0)

Ends with 0 also where pairs were found, and with 2 if a folder cannot be read.`

/** `storydesk duplicates`. */
export const duplicatesCommand: Command = {
  name: 'duplicates',
  summary: 'names stories and links that are double',
  usage: USAGE,
  async run(args, context) {
    const { options, words } = readArguments(args, { json: 'flag' })
    if (words.length > 1) throw new WrongUse('Only one folder can be looked through.')
    const library = await knownLibrary(words[0], context)
    if (library === null) return 2
    for (const line of duplicateLines(library.stories, options)) context.say(line)
    return library.isPartial ? 2 : 0
  }
}
