import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { ViewChange } from '#shared/library/saved-view'
import type { ViewError } from '#shared/library/view-error'
import { fail, ok, type Result } from '#shared/result'
import { createFile } from './create-file'
import { codeOf, diskReason } from './disk'
import { planViews } from './plan-views'
import { SETTINGS_FILE } from './read-settings'
import { replaceFile } from './replace-file'
import { isInside, versionOf } from './story-files'

/** How often a change is planned again because somebody else wrote the file meanwhile. */
const MOST_TRIES = 5

/** Changes a saved view in the `storydesk.yml` of the library at `root`, a real path. The file is made if there is none. */
export async function writeViews(
  root: string,
  change: ViewChange
): Promise<Result<null, ViewError>> {
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const done = await writeOnce(root, change)
      if (done !== null) return done
    }
    return disk('another program keeps writing it')
  } catch (cause) {
    return disk(diskReason(cause))
  }
}

/** @returns `null` if the file changed meanwhile. */
async function writeOnce(
  root: string,
  change: ViewChange
): Promise<Result<null, ViewError> | null> {
  const path = await realpathOf(join(root, SETTINGS_FILE))
  const bytes = path === null ? Buffer.alloc(0) : await readFile(path)
  if (path !== null && !isInside(root, path)) return disk('it is a link out of the library')
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes)) return disk('it is no UTF-8 text')
  const planned = planViews(text, change)
  if (!planned.ok) return planned
  if (planned.value === text) return ok(null)
  const next = Buffer.from(planned.value, 'utf8')
  if (path === null) return create(join(root, SETTINGS_FILE), next)
  const replaced = await replaceFile(path, next, versionOf(bytes))
  if (replaced.ok) return ok(null)
  return replaced.error.code === 'changed' ? null : disk(replaced.error.message)
}

/** @returns `null` if there is one by now. */
async function create(path: string, bytes: Uint8Array): Promise<Result<null, ViewError> | null> {
  try {
    await createFile(path, bytes)
    return ok(null)
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return null
    throw cause
  }
}

async function realpathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  }
}

const disk = (reason: string): Result<never, ViewError> => fail({ code: 'disk', reason })
