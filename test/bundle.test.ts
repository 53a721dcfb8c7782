import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

/** Bytes: a window that opens at once has no more to load and to read. */
const MOST = 200_000

const folder = join(import.meta.dirname, '..', 'out', 'renderer')

/** The scripts that the page names, and all that these import at once. Screens that are loaded later are left out. */
async function scriptsAtStart(): Promise<ReadonlySet<string>> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const waiting = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(nameIn)
  const found = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const script = await readFile(join(folder, 'assets', name), 'utf8')
    waiting.push(...[...script.matchAll(IMPORTED)].map(nameIn))
  }
  return found
}

const nameIn = (match: RegExpMatchArray): string => match[1] as string
/** Not `import("./x.js")`, which is for later. */
const IMPORTED = /(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g

it('opens the window with little code', async () => {
  const scripts = [...(await scriptsAtStart())]

  const packed = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(folder, 'assets', name))).byteLength)
  )

  expect(scripts).not.toEqual([])
  expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST)
})
