import { mkdir, rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../test/a-folder'
import { silent } from '../../test/a-library'
import { createLibrary } from './library/library'
import { createRecentFolders } from './recent-folders'

const STORY = '---\ntitle: Tides\n---\n'
const BROKEN = '---\ntitle: "Tides\n---\n'

/** A library, and the notes about what it opens. Opening waits until all stories are read. */
function aDesk(appData: string) {
  const library = createLibrary({ log: silent, appData: null })
  const recent = createRecentFolders(appData, library, silent)
  async function open(folder: string) {
    await library.open(folder)
    await library.opened()
  }
  return { recent, open, close: () => library.close() }
}

it('notes what was opened, newest first, with what it held, over restarts', async () => {
  const { path, folder: appData } = await aFolder()
  const one = await aFolder({ 'a.md': STORY, 'b.md': BROKEN })
  const two = await aFolder({ 'a.md': STORY })
  const first = aDesk(path('data'))
  for (const { folder } of [one, two, one]) await first.open(folder)
  await first.close()
  await first.recent.idle()

  const next = aDesk(path('data'))
  expect(await next.recent.list()).toEqual([
    { folder: one.folder, stories: 2, problems: 1, isThere: true },
    { folder: two.folder, stories: 1, problems: 0, isThere: true }
  ])
  expect(await next.recent.has(one.folder)).toBe(true)
  expect(await next.recent.has(appData)).toBe(false)

  await rm(one.folder, { recursive: true })
  expect((await next.recent.list()).map(({ isThere }) => isThere)).toEqual([false, true])
  await mkdir(one.folder)
})

it('keeps the last six, and starts anew where the notes are damaged', async () => {
  const { path, write } = await aFolder({ 'recent.json': '[{"folder": 5}]' })
  const desk = aDesk(path('.'))
  expect(await desk.recent.list()).toEqual([])

  for (let n = 1; n <= 8; n += 1) {
    await write(`libraries/${n}/a.md`, STORY)
    await desk.open(path(`libraries/${n}`))
  }
  await desk.close()
  const names = (await desk.recent.list()).map(({ folder }) => folder.slice(-1))
  expect(names).toEqual(['8', '7', '6', '5', '4', '3'])
})
