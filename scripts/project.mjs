import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, whatever folder a script was started from. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** Where a locked package's own program stands. Running it with this Node needs no shell and no PATH. */
export const programs = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  electronInstall: 'node_modules/electron/install.js',
  electronVite: 'node_modules/electron-vite/bin/electron-vite.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs'
}

/**
 * Says whether a module is the script that Node was asked to run, and not an import of another one.
 *
 * @param {string} moduleUrl the module's `import.meta.url`
 */
export function isEntry(moduleUrl) {
  const script = process.argv[1]
  // Node resolves links in a module's own address but not in the argument.
  return script !== undefined && realpathSync(script) === fileURLToPath(moduleUrl)
}

/**
 * Tells a person what is going on. On stderr, because stdout belongs to what `npm start` runs.
 *
 * @param {string} line
 */
export const tell = (line) => void process.stderr.write(`${line}\n`)

/** @param {readonly string[]} parts a path below the project's folder */
export const inProject = (...parts) => join(projectRoot, ...parts)
