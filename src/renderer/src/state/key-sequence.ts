import { runCommand } from './command'
import { GOING_COMMANDS, type Prefix } from './commands-going'
import type { Desk } from './desk'
import { isWriting, plain } from './key-press'
import { capNow, type SingleKeys } from './single-keys'

/**
 * Takes the keys that go together with the one before: a prefix, and whatever follows it. What follows and means nothing
 * there does nothing at all, since alone it might publish a story.
 *
 * @returns whether the key has done its work.
 */
export function takeSequence(desk: Desk, event: KeyboardEvent): boolean {
  const { prefix } = desk.window.getState()
  if (prefix === null) return begins(desk, event)
  if (MODIFIERS.has(event.key)) return false
  desk.window.setState({ prefix: null })
  const commands = GOING_COMMANDS.filter(({ after }) => after === prefix)
  if (runCommand(commands, desk, event) || event.key === 'Escape') return true
  if (!isWriting(event)) return false
  desk.voice.announce(`Nothing follows. ${goingWords(prefix, desk.settings.getState())}`)
  return true
}

/** Whatever waits for another key waits no longer. */
export function endSequence(desk: Desk): void {
  if (desk.window.getState().prefix !== null) desk.window.setState({ prefix: null })
}

function begins(desk: Desk, event: KeyboardEvent): boolean {
  const prefix = PREFIXES.find((each) => plain(each)(event) && !event.shiftKey)
  if (prefix === undefined) return false
  desk.window.setState({ prefix })
  desk.voice.announce(`Go to: ${goingWords(prefix, desk.settings.getState())}`)
  return true
}

/** What may follow a prefix, e.g. `I Inbox, P Problems`, by what stands on the caps now. */
export const goingWords = (prefix: Prefix, { keys }: SingleKeys): string =>
  GOING_COMMANDS.filter(({ after }) => after === prefix)
    .map(({ words, caps }) => `${capNow(caps.at(-1) ?? '', keys)} ${words.replace('Go to ', '')}`)
    .join(', ')

const PREFIXES: readonly Prefix[] = ['g']
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'])
