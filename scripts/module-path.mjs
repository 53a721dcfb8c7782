import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { inProject } from './project.mjs'

const SUFFIX = '?modulePath'

/**
 * Gives tests and benches what electron-vite gives the build: `import path from './worker?modulePath'` is the path of
 * that module, bundled for a thread or process of its own from the sources as they are now.
 *
 * @returns {import('vite').Plugin}
 */
export function modulePath() {
  return {
    name: 'module-path',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null
      return `export default ${JSON.stringify(await bundle(id.slice(0, -SUFFIX.length)))}`
    }
  }
}

/**
 * Bundles a module with everything but the packages. Equal sources share one file.
 *
 * @param {string} entry absolute path
 * @returns {Promise<string>} the bundle's path, below node_modules so that it finds the packages
 */
async function bundle(entry) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [modulePath()],
    build: {
      ssr: entry,
      target: 'node20.19',
      write: false,
      rolldownOptions: { output: { codeSplitting: false } }
    }
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (first === undefined || !('output' in first)) throw new Error(`No bundle of ${entry}`)
  const { code } = first.output[0]

  const folder = inProject('node_modules/.cache/storydesk/modules')
  const path = join(folder, `${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = `${path}.${process.pid}` // several runs may build at once
    writeFileSync(unfinished, code)
    renameSync(unfinished, path)
  }
  return path
}
