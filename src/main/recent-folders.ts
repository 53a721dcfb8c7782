import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { RecentFolder } from '#shared/contract/contract'
import { codeOf, isFolder } from './library/disk'
import type { Library } from './library/library'
import type { Log } from './log'

/** The folders that were open as libraries last, kept in app data, whatever host and window they were opened in. */
export type RecentFolders = {
  /** Newest first, with what they held when they were opened. */
  list(): Promise<readonly RecentFolder[]>
  /** Whether the person opened this folder before. */
  has(folder: string): Promise<boolean>
  /** Resolves when what is on disk is what is known. */
  idle(): Promise<void>
}

const Kept = z.array(
  z.object({ folder: z.string().min(1), stories: z.int(), problems: z.int() }).readonly()
)
type Kept = z.infer<typeof Kept>

/** More would be a list to search in. */
const MOST = 6

/** Notes each folder as soon as the library has read it. Damaged or missing notes cost the memory, nothing else. */
export function createRecentFolders(appData: string, library: Library, log: Log): RecentFolders {
  const path = join(appData, 'recent.json')
  const reading = read(path, log)
  let writing: Promise<unknown> = reading
  let noted: string | null = null
  let kept: Kept = []

  const loaded = reading.then((before) => {
    kept = before
  })

  library.events.subscribe(({ state: { phase, folder } }) => {
    if (phase === 'closed') noted = null
    if (phase !== 'open' || folder === noted) return
    noted = folder
    const { stories } = library.snapshot()
    const problems = stories.filter(({ problem }) => problem !== null).length
    note({ folder, stories: stories.length, problems })
  })

  function note(opened: Kept[number]): void {
    writing = Promise.all([loaded, writing])
      .then(() => {
        const others = kept.filter(({ folder }) => folder !== opened.folder)
        kept = [opened, ...others].slice(0, MOST)
        return write(path, kept)
      })
      .catch((cause) => log.warn('Recent folders could not be kept', cause))
  }

  return {
    async list() {
      await writing
      return Promise.all(
        kept.map(async (each) => ({ ...each, isThere: await isFolder(each.folder) }))
      )
    },
    async has(folder) {
      await writing
      return kept.some((each) => each.folder === folder)
    },
    idle: async () => void (await writing)
  }
}

async function read(path: string, log: Log): Promise<Kept> {
  try {
    return Kept.parse(JSON.parse(await readFile(path, 'utf8'))).slice(0, MOST)
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') log.warn('Recent folders could not be read', cause)
    return []
  }
}

async function write(path: string, folders: Kept): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(unfinished, JSON.stringify(folders), { mode: 0o600 })
  await rename(unfinished, path)
}
