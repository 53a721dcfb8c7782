import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A temporary folder with these files (path below it -> text or bytes), removed when the test ends. */
export async function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'storydesk-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(path(name)), { recursive: true })
    await writeFile(path(name), content)
  }
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return { folder, path, write, text: (name: string) => readFile(path(name), 'utf8') }
}
