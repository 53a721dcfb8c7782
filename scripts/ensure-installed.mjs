import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { inProject, isEntry, projectRoot, tell } from './project.mjs'
import { runCommand } from './run-command.mjs'

/** Written when `npm ci` has ended well: a run that was cut short leaves none. */
const STAMP = inProject('node_modules/.storydesk-lock')

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {readonly string[]} [libc]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages by path, `node_modules/zod`
 */

/**
 * Makes `node_modules` what `package-lock.json` says. Does nothing if it is so already.
 *
 * @returns {Promise<boolean>} `false` if that failed; the reason has been told
 */
export const ensureInstalled = () =>
  oneAtATime(projectRoot, async () => (await isInstalled()) || install())

/**
 * Says whether what npm installed is what the lock asks for on this machine.
 *
 * @param {LockedPackages} locked the `packages` of `package-lock.json`
 * @param {LockedPackages} installed the `packages` of `node_modules/.package-lock.json`
 * @param {{ os: string, cpu: string, libc: string }} machine
 */
export function matchesLock(locked, installed, machine) {
  // Of the optional packages only those made for this system must be there: they hold the native code.
  const isWanted = (/** @type {LockedPackage} */ { optional, os, cpu, libc }) =>
    !optional ||
    (os?.includes(machine.os) &&
      (cpu?.includes(machine.cpu) ?? true) &&
      (libc?.includes(machine.libc) ?? true))
  const wanted = Object.entries(locked).filter(([path, found]) => path !== '' && isWanted(found))
  return (
    wanted.every(([path, { version }]) => installed[path]?.version === version) &&
    Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version)
  )
}

async function isInstalled() {
  try {
    const [lock, hidden] = await readLocks()
    const stamp = await readFile(STAMP, 'utf8').catch(() => null)
    if (stamp === stampOf(lock, hidden)) return true
    // Somebody ran npm by hand: what counts is what it left.
    return matchesLock(JSON.parse(lock).packages, JSON.parse(hidden).packages, thisMachine())
  } catch {
    return false
  }
}

async function install() {
  const started = Date.now()
  tell('Installing the packages of package-lock.json with npm ci ...')
  await rm(STAMP, { force: true })
  // A production environment must not leave out what builds and tests the app.
  const { ok, output } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit'])
  if (!ok) {
    tell(`${output.trimEnd()}\nThe packages could not be installed: npm ci failed (see above).`)
    return false
  }
  await writeFile(STAMP, stampOf(...(await readLocks())))
  tell(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return true
}

/**
 * Runs the npm that started this script, else the one on the PATH.
 *
 * @param {readonly string[]} args
 */
function npm(args) {
  const cli = process.env.npm_execpath ?? ''
  // After `npm --prefix here start` this npm would look for the system's settings here too.
  const env = isThisFolder(process.env.npm_config_prefix) ? { npm_config_prefix: undefined } : {}
  return basename(cli) === 'npm-cli.js'
    ? runCommand(process.execPath, [cli, ...args], { env })
    : runCommand('npm', args, { env, shell: process.platform === 'win32' })
}

/** @param {string | undefined} path from where npm was called */
const isThisFolder = (path) =>
  path !== undefined && resolve(process.env.INIT_CWD ?? '.', path) === resolve(projectRoot)

/** @returns {Promise<[lock: string, hidden: string]>} */
const readLocks = () =>
  Promise.all([
    readFile(inProject('package-lock.json'), 'utf8'),
    readFile(inProject('node_modules/.package-lock.json'), 'utf8')
  ])

/** @param {string} lock @param {string} hidden */
function stampOf(lock, hidden) {
  const { os, cpu, libc } = thisMachine()
  return createHash('sha256').update([os, cpu, libc, lock, hidden].join('\n')).digest('hex')
}

function thisMachine() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report.getReport()
  )
  const libc = report.header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
  return { os: process.platform, cpu: process.arch, libc }
}

if (isEntry(import.meta.url)) process.exitCode = (await ensureInstalled()) ? 0 : 1
