import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** Unix's user without rights of its own. */
const NOBODY = 65_534

/** Runs a task as a user whom permissions bind: the superuser, who may read everything, becomes `nobody` meanwhile. */
export async function asOrdinaryUser<T>(task: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return task()
  process.seteuid?.(NOBODY)
  try {
    return await task()
  } finally {
    process.seteuid?.(0)
  }
}

/** Why nothing can be tried as an ordinary user, or `null`. */
export async function noOrdinaryUser(): Promise<string | null> {
  if (process.geteuid === undefined) return 'permissions are not those of Unix'
  try {
    await asOrdinaryUser(async () =>
      accessSync(join(import.meta.dirname, '..', 'node_modules'), constants.R_OK | constants.X_OK)
    )
    return null
  } catch {
    return 'an ordinary user may not read this project'
  }
}
