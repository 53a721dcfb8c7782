import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { LibraryState } from '#shared/library/library-state'
import { type LibrarySettings, usualSettings } from '#shared/library/settings'
import { codeOf, isFolder } from './disk'
import { readSettings, SETTINGS_FILE } from './read-settings'
import { isInside } from './story-files'

/** A topic as the site describes it. */
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
  readonly state: Pick<
    LibraryState,
    'site' | 'vocabulary' | 'settingsProblems' | 'views' | 'quality' | 'remotePictures' | 'patterns'
  >
}

/** Reads the settings of the library at `root` and what its site says. */
export async function readSaid(root: string): Promise<Said> {
  const { settings, problems } = await readSettings(root)
  const { site, topics } = await readSite(root, settings.topics)
  const { views, quality, remotePictures } = settings
  const vocabulary = topics.map(({ name }) => name)
  const patterns = settings.stories === usualSettings.stories ? [] : settings.stories
  const said = { site, vocabulary, views, quality, remotePictures, patterns }
  return { settings, topics, state: { ...said, settingsProblems: problems } }
}

/** Hand-written settings are some kilobytes; anything larger is not one. */
const LARGEST_SETTINGS = 1024 * 1024

/**
 * @param topics where the topics are: a path below the library.
 * @returns whether what stands at this path, relative to the library and with `/`, is settings, or what `readSite` reads.
 */
export const belongsToSite = (path: string, topics: string): boolean =>
  path === SETTINGS_FILE ||
  /^_config\.ya?ml$/.test(path) ||
  path === topics ||
  path.startsWith(`${topics}/`) ||
  topics.startsWith(`${path}/`)

/** Reads `_config.yml` and the topics of the library at `root`. What is missing or odd counts as not said. */
export async function readSite(root: string, topics = usualSettings.topics): Promise<Site> {
  const config =
    (await readYaml(join(root, '_config.yml'))) ?? (await readYaml(join(root, '_config.yaml')))
  return {
    site: { url: textAt(config, 'url') ?? '', baseurl: textAt(config, 'baseurl') ?? '' },
    topics: await readTopics(root, topics)
  }
}

/** They travel to windows with every event, so what is no list of topics must not become one. */
const MOST_TOPICS = 2000
const LONGEST_NAME = 200

/** The topics in the order of their files; of two with one name the first counts. */
async function readTopics(root: string, path: string): Promise<readonly SiteTopic[]> {
  const topics = new Map<string, SiteTopic>()
  for (const topic of await saidTopics(root, path)) {
    const name = typeof topic === 'string' && topic.trim() !== '' ? topic : textAt(topic, 'name')
    if (name !== null && name.length <= LONGEST_NAME && !topics.has(name)) {
      topics.set(name, { name, keywords: textsAt(topic, 'keywords') })
    }
  }
  return [...topics.values()].slice(0, MOST_TOPICS)
}

/** All that may be a topic: what each file of a folder says, or the items of one file. */
async function saidTopics(root: string, path: string): Promise<readonly unknown[]> {
  const real = await realpath(join(root, path)).catch(nothingThere)
  // The path comes with the library, and a link could lead anywhere.
  if (real === null || !isInside(await realpath(root), real)) return []
  if (!(await isFolder(real))) {
    const list = await readYaml(real)
    return Array.isArray(list) ? list : []
  }
  const names = await readdir(real).catch(nothingThere)
  const files = (names ?? []).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort()
  return Promise.all(files.slice(0, MOST_TOPICS).map((name) => readYaml(join(real, name))))
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
