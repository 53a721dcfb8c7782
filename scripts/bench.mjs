import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, tell } from './project.mjs'

const [name, ...args] = process.argv.slice(2)
const benches = readdirSync(inProject('bench'))
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .map((file) => basename(file, '.ts'))
if (name === undefined || !benches.includes(name)) {
  tell(`npm run bench -- <name>, which is one of: ${benches.join(', ')}`)
  process.exit(2)
}
if (!(await ensureInstalled())) process.exit(1)

// Below node_modules, so that the bundle finds the packages that it leaves outside.
const out = inProject('node_modules/.cache/storydesk', `bench-${process.pid}`)
process.on('exit', () => rmSync(out, { recursive: true, force: true }))

// Loaded only now: they need the packages.
const { build } = await import('vite')
const { modulePath } = await import('./module-path.mjs')
await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [modulePath()],
  build: {
    outDir: out,
    ssr: true,
    target: 'node20.19',
    rolldownOptions: {
      input: inProject('bench', `${name}.ts`),
      output: { entryFileNames: '[name].js' }
    }
  }
})
const bench = join(out, `${name}.js`)
process.argv = [process.execPath, bench, ...args]
await import(pathToFileURL(bench).href)
