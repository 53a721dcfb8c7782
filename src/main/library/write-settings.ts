import { readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '#shared/result'
import { createFile } from './create-file'
import { codeOf, diskReason } from './disk'
import { replaceFile } from './replace-file'
import { isInside, versionOf } from './story-files'

/** Hand-written settings are some kilobytes; anything larger is not one. */
export const LARGEST_SETTINGS = 256 * 1024

/** How often a change is planned again because somebody else wrote the file meanwhile. */
const MOST_TRIES = 5

type DiskError = { readonly code: 'disk'; readonly reason: string }
type Plan<E> = (text: string) => Result<string, E>

/**
 * Changes the settings file `name` of a folder, a real path. The file is made if there is none.
 *
 * @param plan makes the whole new text of the one that is there; empty if there is none. It is asked again if somebody
 * else wrote the file meanwhile.
 */
export async function writeSettings<E>(
  folder: string,
  name: string,
  plan: Plan<E>
): Promise<Result<null, E | DiskError>> {
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const done = await writeOnce(folder, name, plan)
      if (done !== null) return done
    }
    return disk('another program keeps writing it')
  } catch (cause) {
    return disk(diskReason(cause))
  }
}

/** @returns `null` if the file changed meanwhile. */
async function writeOnce<E>(
  folder: string,
  name: string,
  plan: Plan<E>
): Promise<Result<null, E | DiskError> | null> {
  const path = await realpathOf(join(folder, name))
  if (path !== null && !isInside(folder, path)) return disk('it is a link out of its folder')
  // A pipe would never end.
  if (path !== null && !(await isReadable(path))) return disk('it is no file, or a very large one')
  const bytes = path === null ? Buffer.alloc(0) : await readFile(path)
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes)) return disk('it is no UTF-8 text')
  const planned = plan(text)
  if (!planned.ok) return planned
  if (planned.value === text) return ok(null)
  const next = Buffer.from(planned.value, 'utf8')
  if (path === null) return create(join(folder, name), next)
  const replaced = await replaceFile(path, next, versionOf(bytes))
  if (replaced.ok) return ok(null)
  return replaced.error.code === 'changed' ? null : disk(replaced.error.message)
}

/** @returns `null` if there is one by now. */
async function create(path: string, bytes: Uint8Array): Promise<Result<null, DiskError> | null> {
  try {
    await createFile(path, bytes)
    return ok(null)
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return null
    throw cause
  }
}

async function isReadable(path: string): Promise<boolean> {
  const stats = await stat(path)
  return stats.isFile() && stats.size <= LARGEST_SETTINGS
}

async function realpathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  }
}

const disk = (reason: string): Result<never, DiskError> => fail({ code: 'disk', reason })
