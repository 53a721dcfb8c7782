import { realpath } from 'node:fs/promises'
import type { StoryError } from '#shared/story/story-error'
import { StoryId } from '#shared/story/story-id'
import { stringifyExact } from '../front-matter/value'
import { openStory } from '../library/read-file'
import { type Command, WrongUse } from './command'
import { readArguments } from './read-arguments'
import { readableFolder } from './readable-folder'
import { showStory } from './show'

const USAGE = `Usage: storydesk show <folder> <story> [--json]

Prints one story as the desk reads it, as one JSON object. A story is named by its path below the folder, with /.`

/** `storydesk show`. Prints JSON whether it is asked for or not. */
export const showCommand: Command = {
  name: 'show',
  summary: 'prints one story as the desk reads it',
  usage: USAGE,
  async run(args, context) {
    const [named, story, ...others] = readArguments(args, { json: 'flag' }).words
    if (others.length > 0) throw new WrongUse('Only one story can be shown.')
    const folder = await readableFolder(named, context)
    if (folder === null) return 2
    if (story === undefined) throw new WrongUse('The story is missing.')
    const id = StoryId.safeParse(story)
    if (!id.success) throw new WrongUse(`"${story}" is no path below the folder.`)

    const opened = openStory(await realpath(folder), id.data)
    if (!opened.ok) {
      context.complain(whyNot(opened.error))
      return 2
    }
    context.say(stringifyExact(showStory(opened.value.bytes, story)))
    return 0
  }
}

const whyNot = (error: StoryError): string =>
  'reason' in error
    ? `${error.id} cannot be read: ${error.reason}.`
    : `There is no story at ${error.id}.`
