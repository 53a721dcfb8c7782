import { existsSync } from 'node:fs'
import { readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { conflictList } from '../changes/conflict-list'
import type { MergeConflict } from '../changes/merge-conflict'
import { mergeStory } from '../changes/merge-story'
import { diskReason } from '../library/disk'
import { readSettings, SETTINGS_FILE } from '../library/read-settings'
import { replaceFile } from '../library/replace-file'
import { versionOf } from '../library/story-files'
import { type Command, type Context, WrongUse } from './command'
import { readArguments } from './read-arguments'
import { terminalText } from './terminal-text'

const USAGE = `Usage: storydesk merge [--path path] <base> <ours> <theirs>

Merges what two sides made of one story, field by field and link by link, into the file <ours>. Where both changed the
same thing, ours stays, and the conflict is said here and listed as JSON in the file .<story>.conflicts.json beside it.
No conflict markers are written.

  --path path   what the story is called and where it stands, if <ours> is only a copy of it, as in git

For git: git config merge.storydesk.driver 'storydesk merge --path=%P -- %O %A %B', and in .gitattributes
a line such as: *.md merge=storydesk

Ends with 1 if something clashes, with 2 if a file cannot be read or written.`

/** `storydesk merge`. */
export const mergeCommand: Command = {
  name: 'merge',
  summary: 'merges two versions of a story by field, also for git',
  usage: USAGE,
  async run(args, context) {
    const { options, words } = readArguments(args, { path: 'text' })
    const [base, ours, theirs] = words
    if (base === undefined || ours === undefined || theirs === undefined || words.length > 3) {
      throw new WrongUse('Three files are merged: <base>, <ours> and <theirs>.')
    }
    try {
      const dates = await datesFor(options.path ?? ours)
      const conflicts = await mergeInto(ours, { base, theirs }, dates)
      await report(options.path ?? ours, conflicts, context)
      return conflicts.length === 0 ? 0 : 1
    } catch (cause) {
      const reason = cause instanceof NotMerged ? cause.message : diskReason(cause)
      context.complain(terminalText(`${options.path ?? ours} is not merged: ${reason}.`))
      return 2
    }
  }
}

class NotMerged extends Error {}

/** The fields that are dates in the library that holds a story: its settings stand in one of the folders above. */
async function datesFor(story: string): Promise<readonly string[]> {
  let folder = dirname(resolve(story))
  while (!existsSync(join(folder, SETTINGS_FILE)) && !isTop(folder)) folder = dirname(folder)
  const { settings } = await readSettings(folder)
  return settings.dates
}

/** A repository ends there, or the disk. */
const isTop = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || dirname(folder) === folder

async function mergeInto(
  path: string,
  others: { readonly base: string; readonly theirs: string },
  dates: readonly string[]
): Promise<readonly MergeConflict[]> {
  const [base, ours, theirs] = (await Promise.all(
    [others.base, path, others.theirs].map((file) => readFile(file))
  )) as [Buffer, Buffer, Buffer]
  const { bytes, conflicts } = mergeStory({ base, ours, theirs }, undefined, dates)
  if (Buffer.compare(bytes, ours) === 0) return conflicts
  const replaced = await replaceFile(await realpath(path), bytes, versionOf(ours))
  if (!replaced.ok) throw new NotMerged(replaced.error.message)
  return conflicts
}

/** Says what clashed, and lists it for programs beside the story, where the site and the desk pass it over. */
async function report(
  story: string,
  conflicts: readonly MergeConflict[],
  { complain }: Context
): Promise<void> {
  const list = conflictList(story)
  await rm(list, { force: true })
  if (conflicts.length === 0) return
  for (const { words } of conflicts) complain(terminalText(`${story}: ${words}`))
  await writeFile(list, `${JSON.stringify({ story, conflicts }, null, 2)}\n`, { flag: 'wx' })
  complain(terminalText(`${story}: ours was kept in that; ${list} lists it for programs`))
}
