import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Finds real stories and edits, which are data beside the project and no part of it.
 *
 * @returns `null`, and says so, where they are not: a clone has none.
 */
export function sharedData(name: string): string | null {
  const path = join(import.meta.dirname, '../../shared/data', name)
  if (existsSync(path)) return path
  process.stderr.write(`Skipped: ../shared/data/${name} is not there.\n`)
  return null
}
