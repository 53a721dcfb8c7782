import { readdir, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { id, silent } from '../../../test/a-library'
import { createLocalHistory } from './local-history'
import { versionOf } from './story-files'

const DAY_MS = 24 * 60 * 60 * 1000
const A = id('a.md')
const bytesOf = (text: string) => Buffer.from(text.repeat(200))
const version = (text: string) => versionOf(bytesOf(text))

async function aHistory() {
  const { folder } = await aFolder()
  const clock = { now: 0 }
  const history = createLocalHistory(folder, silent, () => clock.now)
  const names = async () =>
    (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  return {
    history,
    clock,
    folder,
    names,
    keep: (text: string, story = A) => history.keep(story, version(text), bytesOf(text))
  }
}

it('keeps each version once, however often and in however many stories it is replaced', async () => {
  const { history, keep, names, clock } = await aHistory()
  await keep('one')
  clock.now = 5
  await keep('two')
  await keep('one', id('b.md'))
  clock.now = 9
  await keep('one')

  expect(await history.list(A)).toEqual([
    { version: version('one'), at: 9 },
    { version: version('two'), at: 5 }
  ])
  expect(await names()).toHaveLength(2)
  expect(await history.read(version('one'))).toEqual(bytesOf('one'))
})

it('knows nothing of stories and versions that it was not given', async () => {
  const { history } = await aHistory()

  expect(await history.list(A)).toEqual([])
  expect(await history.read(version('one'))).toBeNull()
})

it('does not give out a version that is damaged', async () => {
  const { history, keep, names, folder } = await aHistory()
  await keep('one')
  const [name = ''] = await names()
  await writeFile(`${folder}/${name}`, 'damaged')

  expect(await history.read(version('one'))).toBeNull()
})

it('forgets what is too old', async () => {
  const { history, keep, names, clock } = await aHistory()
  await keep('one')
  clock.now = 2 * DAY_MS
  await keep('two')
  clock.now = 3 * DAY_MS

  await history.prune({ days: 2, bytes: 1e9 })

  expect((await history.list(A)).map((kept) => kept.version)).toEqual([version('two')])
  expect(await names()).toHaveLength(1)
})

it('forgets the oldest when there is too much', async () => {
  const { history, keep } = await aHistory()
  for (const text of ['one', 'two', 'three']) await keep(text)

  await history.prune({ days: 90, bytes: 30 })

  const left = (await history.list(A)).map((kept) => kept.version)
  expect(left).toContain(version('three'))
  expect(left).not.toContain(version('one'))
})
