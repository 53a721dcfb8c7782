import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { CALL, DROP, EVENT } from '#shared/contract/channels'

contextBridge.exposeInMainWorld('storydesk', {
  call: (method: string, params: unknown) => ipcRenderer.invoke(CALL, method, params),

  subscribe(listener: (event: unknown) => void) {
    const forward = (_: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on(EVENT, forward)
    return () => {
      ipcRenderer.off(EVENT, forward)
    }
  }
})

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0]
type Drop = {
  /** Whether a person dropped it, and no script. */
  readonly isTrusted: boolean
  readonly dataTransfer: { readonly files: ArrayLike<DroppedFile> } | null
}
type Page = {
  addEventListener(kind: 'drop', listener: (event: Drop) => void, isFirst: true): void
}

;(globalThis as unknown as Page).addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    const file = dataTransfer?.files[0]
    const path = isTrusted && file !== undefined ? webUtils.getPathForFile(file) : ''
    // What a page made up has no path.
    if (path !== '') void ipcRenderer.invoke(DROP, path)
  },
  true
)
