import { expect, it, vi } from 'vitest'
import { aDesk } from './desk.builder'
import { takeDrops } from './dropped-files'

/** A window in which something is dragged, and a desk that takes drops in it. */
async function aWindow(kind: 'desktop' | 'browser') {
  vi.stubGlobal('HTMLElement', class {})
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  const { desk } = await aDesk([])
  const host = { kind, subscribe: () => () => {} } as const
  const end = takeDrops({ ...desk, transport: { ...desk.transport, host } })
  const fire = (name: 'dragover' | 'drop', types: readonly string[]) => {
    const dataTransfer = { types, dropEffect: 'move' }
    const event = Object.assign(new Event(name, { cancelable: true }), { dataTransfer })
    window.dispatchEvent(event)
    return { isTaken: event.defaultPrevented, effect: dataTransfer.dropEffect }
  }
  return { fire, end, notice: () => desk.voice.store.getState().notice }
}

it('says in a browser that it cannot know where the folder is, and what to do', async () => {
  const { fire, notice, end } = await aWindow('browser')
  try {
    expect(fire('dragover', ['Files'])).toEqual({ isTaken: true, effect: 'copy' })
    expect(fire('drop', ['Files']).isTaken).toBe(true)

    expect(notice()).toMatchObject({
      fact: expect.stringContaining('a browser does not say'),
      action: { words: 'Open folder' }
    })
  } finally {
    end()
    vi.unstubAllGlobals()
  }
})

it('leaves folders to the desktop’s window, and takes no link', async () => {
  const { fire, notice, end } = await aWindow('desktop')
  try {
    expect(fire('drop', ['Files']).isTaken).toBe(true)
    expect(fire('dragover', ['text/uri-list'])).toEqual({ isTaken: true, effect: 'none' })
    expect(notice()).toBeNull()
    end()
    expect(fire('dragover', ['text/uri-list']).isTaken).toBe(false)
  } finally {
    vi.unstubAllGlobals()
  }
})
