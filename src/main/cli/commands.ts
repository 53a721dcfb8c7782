import type { Command } from './command'
import { openCommand } from './open-command'

/** Every command of `storydesk`, in the order of its help. */
export const commands: readonly Command[] = [openCommand]
