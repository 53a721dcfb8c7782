import { type FileHandle, open } from 'node:fs/promises'
import { diskReason } from '../library/disk'
import { replaceFile } from '../library/replace-file'
import { type Command, type Context, WrongUse } from './command'
import { runEdits } from './edit'
import { linesOf } from './lines-of'
import { readArguments } from './read-arguments'
import { readableFolder } from './readable-folder'

const USAGE = `Usage: storydesk edit <folder> [--edits file] [--dry-run]

Reads one edit a line, {"story": "...", "patch": [...]}, applies each JSON Patch (RFC 6902) to the story's front
matter and writes the story. Prints what came of each line, as one JSON object a line, in order.

  --edits file   reads the edits from this file instead of from standard input
  --dry-run      writes nothing and shows what would change

Ends with 1 if any edit was refused.`

/** `storydesk edit`. */
export const editCommand: Command = {
  name: 'edit',
  summary: 'applies JSON patches to stories',
  usage: USAGE,
  async run(args, context) {
    const { options, words } = readArguments(args, { edits: 'text', 'dry-run': 'flag' })
    if (words.length > 1) throw new WrongUse('Only one folder can be edited.')
    const folder = await readableFolder(words[0], context)
    const edits = folder === null ? null : await editsFrom(options.edits, context)
    if (folder === null || edits === null) return 2

    const run = { folder, lines: linesOf(edits), dryRun: options['dry-run'], write: replaceFile }
    let refused = false
    for await (const outcome of runEdits(run)) {
      context.say(JSON.stringify(outcome))
      refused ||= outcome.status === 'refused'
    }
    return refused ? 1 : 0
  }
}

/** @returns `null` if the file cannot be read; the person has been told. */
async function editsFrom(
  file: string | null,
  { stdin, complain }: Context
): Promise<AsyncIterable<string | Uint8Array> | null> {
  if (file === null) return stdin
  let opened: FileHandle | undefined
  try {
    opened = await open(file)
    // A folder can be opened, and refuses only to be read. A pipe is as good as a file.
    if (!(await opened.stat()).isDirectory()) return opened.createReadStream()
    complain(`The edits cannot be read: ${file} is a folder.`)
  } catch (cause) {
    complain(`The edits cannot be read from ${file}: ${diskReason(cause)}.`)
  }
  await opened?.close()
  return null
}
