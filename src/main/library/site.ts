import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { LibraryState } from '#shared/library/library-state'
import type { LibrarySettings } from '#shared/library/settings'
import { codeOf } from './disk'
import { readSettings, SETTINGS_FILE } from './read-settings'

/** A topic as `_data/topics` describes it. */
export type SiteTopic = {
  readonly name: string
  /** Words and phrases that tell of it, as they are written there; empty if none are. */
  readonly keywords: readonly string[]
}

/** What the site generator's own files say that matters to an editor. */
export type Site = Pick<LibraryState, 'site'> & { readonly topics: readonly SiteTopic[] }

/** All that files of the library say about it besides its stories. */
export type Said = {
  readonly settings: LibrarySettings
  /** In the order of their files, each name once. */
  readonly topics: readonly SiteTopic[]
  readonly state: Pick<LibraryState, 'site' | 'vocabulary' | 'settingsProblems' | 'views'>
}

/** Reads the settings of the library at `root` and what its site says. */
export async function readSaid(root: string): Promise<Said> {
  const [{ settings, problems }, { site, topics }] = await Promise.all([
    readSettings(root),
    readSite(root)
  ])
  const { views } = settings
  const vocabulary = topics.map(({ name }) => name)
  return { settings, topics, state: { site, vocabulary, views, settingsProblems: problems } }
}

/** Hand-written settings are some kilobytes; anything larger is not one. */
const LARGEST_SETTINGS = 1024 * 1024

/** @returns whether what stands at this path, relative to the library and with `/`, is settings, or what `readSite` reads. */
export const belongsToSite = (path: string): boolean =>
  path === SETTINGS_FILE ||
  /^_config\.ya?ml$/.test(path) ||
  /^_data\/topics(\/|$)/.test(path) ||
  path === '_data'

/** Reads `_config.yml` and `_data/topics/*.yaml` of the library at `root`. What is missing or odd counts as not said. */
export async function readSite(root: string): Promise<Site> {
  const config =
    (await readYaml(join(root, '_config.yml'))) ?? (await readYaml(join(root, '_config.yaml')))
  return {
    site: { url: textAt(config, 'url') ?? '', baseurl: textAt(config, 'baseurl') ?? '' },
    topics: await readTopics(join(root, '_data', 'topics'))
  }
}

/** The topics in the order of their files; of two with one name the first counts. */
async function readTopics(folder: string): Promise<readonly SiteTopic[]> {
  const names = await readdir(folder).catch(nothingThere)
  const files = (names ?? []).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort()
  const said = await Promise.all(files.map((name) => readYaml(join(folder, name))))
  const topics = new Map<string, SiteTopic>()
  for (const topic of said) {
    const name = textAt(topic, 'name')
    if (name !== null && !topics.has(name)) {
      topics.set(name, { name, keywords: textsAt(topic, 'keywords') })
    }
  }
  return [...topics.values()]
}

/** @returns `null` unless there is a file of reasonable size that holds one YAML document. */
async function readYaml(path: string): Promise<unknown> {
  try {
    const stats = await stat(path)
    if (!stats.isFile() || stats.size > LARGEST_SETTINGS) return null
    return load(await readFile(path, 'utf8'))
  } catch {
    return null // not there, not readable, or not YAML: the site says nothing
  }
}

function textAt(value: unknown, key: string): string | null {
  const text = at(value, key)
  return typeof text === 'string' && text.trim() !== '' ? text : null
}

/** A list of words; one of them may be a number to YAML, e.g. a year. */
function textsAt(value: unknown, key: string): readonly string[] {
  const list = at(value, key)
  if (!Array.isArray(list)) return []
  return list.filter((each) => typeof each === 'string' || typeof each === 'number').map(String)
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
  return (value as Readonly<Record<string, unknown>>)[key]
}

function nothingThere(cause: unknown): null {
  if (codeOf(cause) === null) throw cause
  return null
}
