import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { inProject, isEntry, programs, projectRoot, tell } from './project.mjs'
import { publish } from './publish.mjs'
import { runNode } from './run-command.mjs'

const OUT = inProject('out')
const STAMP = join(OUT, '.sources')
/** Inside `out`, so that git ignores it and moving files over never crosses disks. */
const NEXT = join(OUT, '.next')
const ENTRIES = [
  'main/index.js',
  'main/web.js',
  'main/cli.js',
  'preload/index.cjs',
  'renderer/index.html'
]

/**
 * Builds the app if its sources are not the ones that it was built from. A failed build leaves the
 * last good one in place.
 *
 * @param {{ force?: boolean }} [options] `force` builds in any case
 * @returns {Promise<boolean>} `false` if that failed; the reason has been told
 */
export const ensureBuilt = ({ force = false } = {}) =>
  oneAtATime(projectRoot, async () => {
    const sources = await fingerprint(projectRoot)
    return (!force && (await isBuiltFrom(sources))) || build(sources)
  })

/** Forgets what `out` was built from, because something else is going to write there. */
export const forgetBuild = () => rm(STAMP, { force: true })

/**
 * A hash over the names and bytes of everything that goes into a build. Times do not count: a fresh
 * clone, another branch or an unpacked archive sets them as it likes.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} 64 hex digits
 */
export async function fingerprint(root) {
  const hash = createHash('sha256')
  for (const path of await sourceFiles(root)) {
    const bytes = await readFile(path)
    hash.update(`${relative(root, path).replaceAll(sep, '/')} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** @param {string} root */
async function sourceFiles(root) {
  const isConfig = (/** @type {string} */ name) =>
    /^(package|package-lock|tsconfig.*)\.json$|^electron\.vite\.config\.ts$/.test(name)
  const isTest = (/** @type {string} */ name) => /\.test\.tsx?$/.test(name)

  const top = (await readdir(root)).filter(isConfig).map((name) => join(root, name))
  const below = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const sources = below.filter((entry) => entry.isFile() && !isTest(entry.name))
  return [...top, ...sources.map((entry) => join(entry.parentPath, entry.name))].sort()
}

/** @param {string} sources */
async function isBuiltFrom(sources) {
  const stamp = await readFile(STAMP, 'utf8').catch(() => null)
  return stamp === sources && ENTRIES.every((entry) => existsSync(join(OUT, entry)))
}

/** @param {string} sources */
async function build(sources) {
  const started = Date.now()
  tell('Building ...')
  await rm(NEXT, { recursive: true, force: true })
  const { ok, output } = await runNode(programs.electronVite, ['build', '--outDir', NEXT], {
    env: { NODE_ENV: 'production' }
  })
  if (!ok) {
    await rm(NEXT, { recursive: true, force: true })
    tell(`${output.trimEnd()}\nThe app could not be built (see above).`)
    return false
  }
  await forgetBuild()
  await publish(NEXT, OUT, ENTRIES)
  await writeFile(STAMP, sources)
  tell(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return true
}

if (isEntry(import.meta.url)) {
  const force = process.argv.includes('--force')
  process.exitCode = (await ensureBuilt({ force })) ? 0 : 1
}
