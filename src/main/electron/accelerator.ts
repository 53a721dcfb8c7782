/** What Electron calls the keys that have caps of their own. */
const NAMED = new Map([
  ['Ctrl', 'CmdOrCtrl'],
  ['⌘', 'CmdOrCtrl'],
  ['Shift', 'Shift'],
  ['Alt', 'Alt'],
  ['↑', 'Up'],
  ['↓', 'Down'],
  ['Page ↑', 'PageUp'],
  ['Page ↓', 'PageDown'],
  ['Home', 'Home'],
  ['End', 'End'],
  ['Enter', 'Enter'],
  ['Space', 'Space'],
  ['+', 'Plus'],
  ['−', '-']
])
const MODIFIERS: ReadonlySet<string> = new Set(['CmdOrCtrl', 'Shift', 'Alt'])

/** These edit text, wherever text is typed. */
const OF_TEXT: ReadonlySet<string> = new Set(['A', 'C', 'V', 'X'].map((key) => `CmdOrCtrl+${key}`))

/**
 * What to show beside a menu's item for keys that are named by their caps. Electron throws for what it does not know.
 *
 * @param keys one key, alternatives of which the first is taken, or modifiers and a key
 * @returns `null` for keys without a name there, and for those that would be taken from text fields
 */
export function acceleratorOf(keys: readonly string[], platform: NodeJS.Platform): string | null {
  const names = keys.map(nameOf)
  const last = names.findIndex((name) => name !== null && !MODIFIERS.has(name))
  const chord = names.slice(0, last + 1)
  if (last === -1 || chord.includes(null)) return null
  const accelerator = chord.join('+')
  // A Mac cannot show a key without giving it to the menu.
  const isTaken = platform === 'darwin' && chord[0] !== 'CmdOrCtrl'
  return isTaken || OF_TEXT.has(accelerator) ? null : accelerator
}

function nameOf(cap: string): string | null {
  return NAMED.get(cap) ?? (/^[A-Z0-9,/?]$/.test(cap) ? cap : null)
}
