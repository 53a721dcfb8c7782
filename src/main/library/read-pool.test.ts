import { truncate } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { id, silent } from '../../../test/a-library'
import type { StoryId } from '../../shared/story/story-id'
import { createReadPool } from './read-pool'
import { versionOf } from './story-files'

const TIDES = '---\ntitle: Tides\n---\n'

function aPool() {
  const pool = createReadPool({ log: silent })
  onTestFinished(() => pool.close())
  return pool
}

it('reads stories in the order in which they were asked for', async () => {
  const { folder } = await aFolder({ 'a.md': TIDES, 'b.md': 'no front matter', 'empty.md': '' })
  const pool = aPool()

  const readings = await pool.read(folder, ['b.md', 'gone.md', 'a.md', 'empty.md'].map(id))

  expect(readings).toMatchObject([
    { kind: 'none', id: 'b.md', empty: false },
    { kind: 'missing', id: 'gone.md' },
    {
      kind: 'story',
      id: 'a.md',
      story: { title: 'Tides', version: versionOf(Buffer.from(TIDES)) }
    },
    { kind: 'none', id: 'empty.md', empty: true }
  ])
})

it('lists a story that cannot be read, with the reason', async () => {
  const { folder, path } = await aFolder({ 'huge.md': TIDES })
  await truncate(path('huge.md'), 33 * 1024 * 1024)

  expect(await aPool().read(folder, [id('huge.md')])).toMatchObject([
    { kind: 'story', story: { title: null, problem: { code: 'too-large', line: 1, column: 1 } } }
  ])
})

it('reads the other stories when one of them ends its thread', async () => {
  const { folder } = await aFolder({ 'a.md': TIDES, 'b.md': TIDES })
  const pool = aPool()
  // No text can be made of it, and so no path: the thread that takes it ends.
  const deadly = { toString: null, valueOf: null } as unknown as StoryId

  const readings = await pool.read(folder, [id('a.md'), deadly, id('b.md')])

  expect(readings).toMatchObject([
    { kind: 'story', story: { title: 'Tides', problem: null } },
    { kind: 'story', story: { title: null, problem: { code: 'unreadable' } } },
    { kind: 'story', story: { title: 'Tides', problem: null } }
  ])
})

it('gives the fingerprints that readings had, until a file changes', async () => {
  const { folder, write } = await aFolder({ 'a.md': TIDES, 'b.md': TIDES })
  const pool = aPool()
  const ids = ['a.md', 'b.md', 'gone.md'].map(id)
  const readings = await pool.read(folder, ids)
  const before = readings.map((r) => (r.kind === 'missing' ? null : r.fingerprint))

  expect(await pool.look(folder, ids)).toEqual(before)
  await write('a.md', TIDES)
  const after = await pool.look(folder, ids)
  expect(after.slice(1)).toEqual(before.slice(1))
  expect(after[0]).not.toBe(before[0])
})

it('says with the code of the system that a folder cannot be walked', async () => {
  const { path } = await aFolder()

  expect(await aPool().walk(path('gone'), ['**/*.md'])).toEqual({ ok: false, error: 'ENOENT' })
})

it('answers what is under way when it is closed, and nothing after that', async () => {
  const { folder } = await aFolder({ 'a.md': TIDES })
  const pool = aPool()

  const underWay = pool.read(folder, [id('a.md')])
  await pool.close()

  expect(await underWay).toEqual([])
  expect(await pool.read(folder, [id('a.md')])).toEqual([])
  expect(await pool.walk(folder, ['**/*.md'])).toEqual({ ok: false, error: 'EIO' })
})
