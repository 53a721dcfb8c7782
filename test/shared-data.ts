import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'

/**
 * Finds real stories and edits, which are data beside the project and no part of it.
 *
 * @returns `null`, and a skipped test says so, where they are not: a clone has none.
 */
export function sharedData(name: string): string | null {
  const path = join(import.meta.dirname, '../../shared/data', name)
  if (existsSync(path)) return path
  it(`looks at ../shared/data/${name}`, ({ skip }) => skip('it is not there'))
  return null
}
