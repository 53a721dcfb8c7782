import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The version of the Storydesk that is installed at `root`. */
export async function installedVersion(root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return (manifest as { readonly version: string }).version
}
