import { checkCommand } from './check-command'
import type { Command } from './command'
import { duplicatesCommand } from './duplicates-command'
import { editCommand } from './edit-command'
import { listCommand } from './list-command'
import { mergeCommand } from './merge-command'
import { openCommand } from './open-command'
import { showCommand } from './show-command'
import { suggestCommand } from './suggest-command'

/** Every command of `storydesk`, in the order of its help. */
export const commands: readonly Command[] = [
  openCommand,
  listCommand,
  showCommand,
  editCommand,
  checkCommand,
  mergeCommand,
  duplicatesCommand,
  suggestCommand
]
