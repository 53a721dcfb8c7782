/** Without these the app does not start, or has no window, or no words about what may be done with it. */
const NEEDED = [
  'package.json',
  'LICENSE',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html'
]

/** The project's own parts of the package; everything else is a production dependency. */
const OWN = /^(?:package\.json|LICENSE|(?:out|content)\/.+)$/

/** What no package needs, of whomever. */
const USELESS =
  /\.(?:map|ts|tsx|md|markdown|yml)$|(?:^|\/)(?:\.[^/]+|test|tests|__tests__|example|examples)(?:\/|$)/

/**
 * Says what is wrong with the contents of the packaged app.
 *
 * @param {readonly string[]} files paths below the archive
 * @param {ReadonlySet<string>} packages names of the production dependencies, theirs included
 * @returns {readonly string[]} one sentence each; empty if it holds what it must and nothing else
 */
export function packageFaults(files, packages) {
  const missing = [...NEEDED, ...[...packages].map((name) => `node_modules/${name}/package.json`)]
    .filter((path) => !files.includes(path))
    .map((path) => `It lacks ${path}.`)
  const extra = files
    .filter((path) => !(OWN.test(path) ? isOwnUse(path) : isDependency(path, packages)))
    .map((path) => `It should not hold ${path}.`)
  return [...missing, ...extra]
}

/** @param {string} path */
const isOwnUse = (path) => path.startsWith('content/') || !USELESS.test(path)

/**
 * @param {string} path
 * @param {ReadonlySet<string>} packages
 */
function isDependency(path, packages) {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
  return name !== undefined && packages.has(name) && !USELESS.test(path.slice(name.length + 14))
}

/**
 * The packages that a lock file installs in production.
 *
 * @param {{ packages: Readonly<Record<string, { dev?: boolean, optional?: boolean, devOptional?: boolean }>> }} lock
 * @returns {ReadonlySet<string>}
 */
export const productionPackages = ({ packages }) =>
  new Set(
    Object.entries(packages).flatMap(([path, { dev, devOptional }]) => {
      const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
      return name === undefined || dev || devOptional ? [] : name
    })
  )
