import type { Desk } from './desk'
import { takesText } from './focus-place'
import { chordCap } from './key-press'
import { chooseFolder } from './library-actions'

/**
 * Lets folders be dropped on the window, and keeps a dropped link from leading the window away. Where the host can, it
 * finds out by itself which folder it was.
 *
 * @returns what ends that.
 */
export function takeDrops(desk: Desk): () => void {
  function onDragOver(event: DragEvent) {
    const { defaultPrevented, dataTransfer, target } = event
    if (defaultPrevented || dataTransfer === null) return
    const hasFiles = dataTransfer.types.includes('Files')
    if (!hasFiles && takesText(target)) return
    event.preventDefault()
    dataTransfer.dropEffect = hasFiles ? 'copy' : 'none'
  }
  function onDrop(event: DragEvent) {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (desk.transport.host.kind === 'browser') sayUnknown(desk)
  }
  window.addEventListener('dragover', onDragOver)
  window.addEventListener('drop', onDrop)
  return () => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('drop', onDrop)
  }
}

function sayUnknown(desk: Desk): void {
  desk.voice.notify({
    kind: 'problem',
    fact: 'The folder was not opened: a browser does not say where on the disk it is.',
    detail: 'Choose it in the list of folders. Nothing was uploaded.',
    action: {
      words: 'Open folder',
      keys: [chordCap(), 'O'],
      run: () => void chooseFolder(desk)
    }
  })
}
