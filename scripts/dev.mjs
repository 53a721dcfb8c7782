import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { endWithParent } from './end-with-parent.mjs'
import { forgetBuild } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, programs, projectRoot, tell } from './project.mjs'

/** Where the browser host listens; electron.vite.config.ts sends the page's requests there. */
const HOST_PORT = '18123'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean' }, desktop: { type: 'boolean' } }
})
const folders = positionals.map((folder) => resolve(process.env.INIT_CWD ?? '.', folder))

endWithParent()
if (!(await ensureInstalled())) process.exit(1)
// It writes to out/, which is then no build of any sources.
await forgetBuild()

const electron = values.browser ? null : await showableElectron()
if (values.desktop && electron === null) {
  tell("Electron's runtime or a display is missing: see npm run desktop:install.")
  process.exit(1)
}
tell(`Hot reload in ${electron === null ? 'the browser' : 'Electron'}. Ctrl+C ends it.`)
process.env.ELECTRON_EXEC_PATH = electron ?? process.execPath
if (electron === null) process.env.STORYDESK_PORT = HOST_PORT
const entry = electron === null ? ['--entry', 'out/main/web.js'] : []
const program = inProject(programs.electronVite)
process.chdir(projectRoot)
process.argv = [process.execPath, program, 'dev', '--watch', ...entry, '--', ...folders]
await import(pathToFileURL(program).href)

/** Electron's program, or `null` if it is not here or cannot show a window. */
async function showableElectron() {
  const { runnerImport } = await import('vite')
  /**
   * @type {{ module: {
   *   electronBinary(): string | null,
   *   hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean
   * } }}
   */
  const { module } = await runnerImport(inProject('src/main/desktop-runtime.ts'))
  return module.hasDisplay(process.env, process.platform) ? module.electronBinary() : null
}
