import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/**
 * Puts a finished build in the place of the last one while that may be running.
 *
 * File by file, so that an entry is never missing: first what the entries load, then the entries, then
 * what is not needed any more goes. A file that stays the same is not touched.
 *
 * @param {string} next the folder of the finished build; it is gone afterwards
 * @param {string} out the folder that programs are started from; its dot files are kept
 * @param {readonly string[]} entries the files that load the others, as paths with `/` below `out`
 */
export async function publish(next, out, entries) {
  const fresh = await filesBelow(next)
  const isEntry = (/** @type {string} */ path) => Number(entries.includes(path))
  for (const path of fresh.toSorted((a, b) => isEntry(a) - isEntry(b))) {
    if (await haveSameBytes(join(next, path), join(out, path))) continue
    await mkdir(dirname(join(out, path)), { recursive: true })
    await rename(join(next, path), join(out, path))
  }
  await rm(next, { recursive: true, force: true })
  for (const path of await filesBelow(out)) {
    if (!fresh.includes(path) && !path.startsWith('.')) await rm(join(out, path))
  }
}

/** @param {string} folder */
async function filesBelow(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll(sep, '/'))
}

/** @param {string} a @param {string} b */
async function haveSameBytes(a, b) {
  const [left, right] = await Promise.all([readFile(a), readFile(b).catch(() => null)])
  return right !== null && left.equals(right)
}
