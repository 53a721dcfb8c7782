import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { type Draft, keepDrafts } from './drafts'
import type { EditKey } from './edit-key'
import type { EditStore } from './edit-store'
import { beginEdit } from './field-edit'
import type { Library } from './library-store'

const TITLE = 'title _news/tides.md' as EditKey
const QUALITY = 'quality _news/tides.md' as EditKey
const typed = { ...beginEdit('Tides', true), value: 'Tides turn' }

function aStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key)
  } as unknown as Storage
}

/** A page on this folder, as it is after being loaded. */
function aPage(storage: Storage, folder = '/stories') {
  const resumed: (readonly [EditKey, Draft])[] = []
  const store = createStore(() => ({ edits: new Map(), savedKey: null, saves: 0 }))
  const library = createStore(() => ({ app: 'loading' }) as unknown as Library)
  const edits = {
    store,
    resume: (key: EditKey, draft: Draft) => void resumed.push([key, draft])
  } as unknown as EditStore
  keepDrafts(edits, library, storage)
  library.setState({ app: 'ready', state: { phase: 'open', folder } } as unknown as Library)
  return { resumed, edit: (all: ReadonlyMap<EditKey, unknown>) => store.setState({ edits: all }) }
}

it('gives a page that is loaded again what was not saved, once', () => {
  const storage = aStorage()
  aPage(storage).edit(
    new Map([
      [TITLE, typed],
      [QUALITY, beginEdit(52, true)]
    ])
  )

  expect(aPage(storage).resumed).toEqual([
    [TITLE, { before: 'Tides', saved: 'Tides', value: 'Tides turn' }]
  ])
  expect(aPage(storage, '/other').resumed).toEqual([])
})

it('forgets what is saved', () => {
  const storage = aStorage()
  const { edit } = aPage(storage)
  edit(new Map([[TITLE, typed]]))
  edit(new Map())

  expect(aPage(storage).resumed).toEqual([])
})

it('keeps a field that was missing missing', () => {
  const storage = aStorage()
  aPage(storage).edit(new Map([[TITLE, { ...beginEdit(undefined, true), value: 'Tides' }]]))

  expect(aPage(storage).resumed).toEqual([[TITLE, { value: 'Tides' }]])
})

it('works without a storage that can be used', () => {
  const broken = () => {
    throw new Error('Storage is forbidden')
  }
  const storage = { getItem: broken, setItem: broken, removeItem: broken } as unknown as Storage

  expect(() => aPage(storage).edit(new Map([[TITLE, typed]]))).not.toThrow()
})
