import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { CALL, DROP, EVENT } from '../src/shared/contract/channels'
import { builtPreload } from './built-desktop'

type Api = {
  call(method: string, params: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
}

/** Runs the built preload as a sandboxed window does: with no module but electron and none of Node's globals. */
async function preload() {
  if (!existsSync(builtPreload))
    throw new Error('There is no build to test: run npm run build first.')
  const asked: unknown[][] = []
  const worlds = new Map<string, Api>()
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: async (...args: unknown[]) => {
      asked.push(args)
      return 'the reply'
    }
  })
  const contextBridge = { exposeInMainWorld: (name: string, api: Api) => worlds.set(name, api) }
  // As Electron does: files of the disk have a path, those that a script made have none.
  const webUtils = { getPathForFile: ({ path = '' }: { readonly path?: string }) => path }
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`module not found: ${name}`)
  }
  const page = new EventEmitter()
  const addEventListener = (name: string, listener: (event: unknown) => void) =>
    page.on(name, listener)
  const globals = { require, addEventListener, exports: {}, module: {} }
  runInNewContext(await readFile(builtPreload, 'utf8'), globals)
  return { worlds, asked, ipcRenderer, page, api: worlds.get('storydesk') }
}

it('gives the page two functions and nothing else', async () => {
  const { worlds } = await preload()

  expect([...worlds.keys()]).toEqual(['storydesk'])
  expect(Object.keys(worlds.get('storydesk') ?? {})).toEqual(['call', 'subscribe'])
})

it('asks over one channel', async () => {
  const { api, asked } = await preload()

  expect(await api?.call('story.read', { id: 'a.md' })).toBe('the reply')
  expect(asked).toEqual([[CALL, 'story.read', { id: 'a.md' }]])
})

it('says which folder the person dropped, and nothing that a script dropped or made', async () => {
  const { asked, page } = await preload()
  const drop = (isTrusted: boolean, files: readonly object[]) =>
    page.emit('drop', { isTrusted, dataTransfer: { files } })

  drop(false, [{ path: '/home/ada/news' }])
  drop(true, [{}])
  drop(true, [])
  page.emit('drop', { isTrusted: true, dataTransfer: null })
  expect(asked).toEqual([])
  drop(true, [{ path: '/home/ada/news' }, { path: '/home/ada/other' }])
  expect(asked).toEqual([[DROP, '/home/ada/news']])
})

it('hands on events, without what came with them, until the subscription ends', async () => {
  const { api, ipcRenderer } = await preload()
  const heard: unknown[][] = []

  const unsubscribe = api?.subscribe((...args) => heard.push(args))
  ipcRenderer.emit(EVENT, { sender: 'the window' }, { revision: 1 })
  ipcRenderer.emit('another channel', {}, { revision: 2 })
  unsubscribe?.()
  ipcRenderer.emit(EVENT, {}, { revision: 3 })

  expect(heard).toEqual([[{ revision: 1 }]])
  expect(ipcRenderer.listenerCount(EVENT)).toBe(0)
})
