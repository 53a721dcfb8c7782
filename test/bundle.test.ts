import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

/** Bytes: a window that opens at once has no more to load and to read. */
const MOST = 200_000

it('keeps the window small', async () => {
  const folder = join(import.meta.dirname, '..', 'out', 'renderer', 'assets')
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))

  const packed = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).byteLength)
  )

  expect(scripts).not.toEqual([])
  expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST)
})
