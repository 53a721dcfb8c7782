import { readFile } from 'node:fs/promises'
import { inProject, isEntry, tell } from './project.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ readonly [group: string]: unknown }} Manifest
 */

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/**
 * Finds what would make `npm ci` fail or fetch something else on another machine. Needs no network.
 *
 * - A package for another system can be missing from the lock although `npm install` was content; the
 *   next `npm ci` refuses such a lock.
 * - A version range installs something else tomorrow.
 * - A `resolved` address ties the lock to the registry of the machine that wrote it.
 *
 * @param {Manifest} manifest the content of `package.json`
 * @param {{ packages: Record<string, LockedPackage> }} lock the content of `package-lock.json`
 * @returns {string[]} one sentence per finding; empty if all is well
 */
export const checkLock = (manifest, { packages }) => [
  ...Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path || 'package.json'} wants ${name}, which is not in package-lock.json.`)
  ),
  ...['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
    Object.entries(/** @type {Record<string, string>} */ (manifest[group] ?? {}))
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `package.json asks for ${name} ${version}, not for one version.`)
  ),
  ...Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([path, { resolved }]) => `${path} is tied to ${resolved} in package-lock.json.`)
]

/**
 * Looks a package up as Node does: beside the package that wants it, then in every folder above.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path of the package that wants it
 * @param {string} name
 * @returns {boolean}
 */
function isLocked(packages, path, name) {
  if (Object.hasOwn(packages, `${path && `${path}/`}node_modules/${name}`)) return true
  return (
    path !== '' && isLocked(packages, path.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
  )
}

/**
 * Checks this project's own lock and tells what is wrong.
 *
 * @returns {Promise<boolean>} whether all is well
 */
export async function lockIsSound() {
  const [manifest, lock] = await Promise.all(['package.json', 'package-lock.json'].map(readJson))
  const findings = checkLock(manifest, lock)
  for (const finding of findings) tell(finding)
  return findings.length === 0
}

/** @param {string} name */
const readJson = async (name) => JSON.parse(await readFile(inProject(name), 'utf8'))

if (isEntry(import.meta.url)) process.exitCode = (await lockIsSound()) ? 0 : 1
