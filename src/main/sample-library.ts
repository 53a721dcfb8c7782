import { constants } from 'node:fs'
import { access, chmod, cp, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The stories that come with Storydesk, to be opened when no folder is named: where they stand, or, if that folder
 * cannot be written or `STORYDESK_SAMPLE_COPY` is set, a fresh copy in a temporary folder.
 *
 * @param root where Storydesk is installed
 */
export async function sampleLibrary(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const content = join(root, 'content')
  if (!env.STORYDESK_SAMPLE_COPY && (await isWritable(content))) return content

  const copy = await mkdtemp(join(tmpdir(), 'storydesk-sample-'))
  await cp(content, copy, { recursive: true })
  // Copying keeps the modes, and with them what made the copy necessary.
  await makeWritable(copy)
  return copy
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await makeWritable(path)
    else if (entry.isFile()) await chmod(path, 0o644)
  }
}
