import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { Library } from './library-store'
import { createRecentStore } from './recent-store'

it('asks for the recent folders when a folder is open, or none is, and keeps what it has otherwise', async () => {
  const answers = [['a'], ['b', 'a'], null]
  const library = createStore(
    () => ({ connected: true, state: { phase: 'opening', folder: '' } }) as Library
  )
  const recent = createRecentStore(
    {
      async call() {
        const folders = answers.shift()
        if (folders === null) throw new Error('broken')
        return folders?.map((folder) => ({ folder, stories: 1, problems: 0, isThere: true }))
      }
    } as unknown as Transport,
    library
  )
  const become = async (phase: string, folder: string) => {
    library.setState({ state: { phase, folder } as Library['state'] })
    await new Promise((done) => setImmediate(done))
    return recent.getState().folders.map((each) => each.folder)
  }

  expect(await become('open', 'a')).toEqual(['a'])
  expect(await become('open', 'a')).toEqual(['a'])
  expect(await become('opening', 'b')).toEqual(['a'])
  expect(await become('open', 'b')).toEqual(['b', 'a'])
  expect(await become('closed', '')).toEqual(['b', 'a'])
  expect(answers).toEqual([])
})
