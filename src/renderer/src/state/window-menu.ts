import type { MenuCommand } from '#shared/contract/menu-command'
import type { Desk } from './desk'
import { isTyping, takesText } from './focus-place'
import { commandGroups } from './palette'
import type { PaletteLine } from './palette-line'
import { capsNow } from './single-keys'
import { isCovered } from './use-desk-keys'

/** Later than the last of the stores that one act changes, in milliseconds. */
const SOON = 100

/** Every command, view and way to look, for the menus of a window that has some. */
export const menuCommands = (desk: Desk): readonly MenuCommand[] =>
  lines(desk).map(({ id, words, caps, isSequence, why, menu = 'story' }) => ({
    name: id,
    label: words,
    section: menu,
    // A menu shows chords only.
    keys: isSequence === true ? [] : capsNow(caps, desk.settings.getState()),
    // They also undo what is typed in a text field, of which the desk's history knows nothing.
    enabled: why === null || TRAVELS.has(id)
  }))

const TRAVELS: ReadonlySet<string> = new Set(['Undo', 'Redo'])

/** Keeps the menus of the window equal to what can be done. @returns what ends that. */
export function followMenu(desk: Desk): () => void {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    const commands = menuCommands(desk)
    const text = JSON.stringify(commands)
    if (text === told) return
    told = text
    void desk.transport.call('host.menu', { commands }).catch(() => {})
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, SOON)
  }
  const stores = [desk.library, desk.view, desk.details.store, desk.settings, desk.window]
  const ends = stores.map((store) => store.subscribe(soon))
  soon()
  return () => {
    clearTimeout(timer)
    for (const end of ends) end()
  }
}

/** Carries out what was chosen from a menu; also where another thing has the focus, as menus allow. */
export function runFromMenu(desk: Desk, name: string): void {
  const line = lines(desk).find(({ id }) => id === name)
  if (line === undefined) return
  const field = document.activeElement
  if (TRAVELS.has(name) && takesText(field) && (isTyping(field) || isCovered())) {
    document.execCommand(name.toLowerCase())
  } else if (isCovered()) {
    desk.voice.announce('First close what lies above the desk.')
  } else if (line.why !== null) {
    desk.voice.announce(line.why)
  } else {
    line.run(desk)
  }
}

/** The menus of text say Undo and Redo first, as everywhere. */
function lines(desk: Desk): readonly PaletteLine[] {
  const all = commandGroups(desk).flatMap((group) => group.lines)
  return [
    ...all.filter(({ id }) => TRAVELS.has(id)),
    ...all.filter(({ id }) => !TRAVELS.has(id) && id !== 'Back to the list')
  ]
}
