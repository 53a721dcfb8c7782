import { lstatSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { pathBeside } from './replace-file'
import { withSaveLock } from './save-lock'

/**
 * Creates the file at `path` with all of `bytes` or not at all, and never in the place of another. Its folder must be
 * there. A file that another program creates in the microseconds before the rename is replaced.
 *
 * @throws the system's error, e.g. `EEXIST`.
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = pathBeside(path)
  try {
    await writeFile(beside, bytes, { flag: 'wx', flush: true })
    await withSaveLock(path, async () => {
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
        throw Object.assign(new Error('There is a file already'), { code: 'EEXIST' })
      }
      await rename(beside, path)
    })
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}
