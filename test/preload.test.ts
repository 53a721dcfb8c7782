import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { CALL, EVENT } from '../src/shared/contract/channels'
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
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  runInNewContext(await readFile(builtPreload, 'utf8'), { require, exports: {}, module: {} })
  return { worlds, asked, ipcRenderer, api: worlds.get('storydesk') }
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
