import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CALL, EVENT } from '#shared/contract/channels'

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
