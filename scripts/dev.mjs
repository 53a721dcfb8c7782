import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readDevArguments } from './dev-arguments.mjs'
import { endWithParent } from './end-with-parent.mjs'
import { forgetBuild } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, programs, projectRoot, tell } from './project.mjs'

/** Where the browser host listens; electron.vite.config.ts sends the page's requests there. */
const HOST_PORT = '18123'

/** As long as this file is there, the host may open the browser; then it takes it away. */
const OPEN_ONCE = inProject('node_modules/.cache/storydesk/open-once')

const wanted = readDevArguments(process.argv.slice(2))
if (typeof wanted === 'string') {
  tell(wanted)
  process.exit(2)
}
const { browser, desktop, open, folder } = wanted
const folders = folder === null ? [] : [resolve(process.env.INIT_CWD ?? '.', folder)]

endWithParent()
if (!(await ensureInstalled())) process.exit(1)
// It writes to out/, which is then no build of any sources.
await forgetBuild()

const electron = browser ? null : await showableElectron()
if (desktop && electron === null) {
  tell("Electron's runtime or a display is missing: see npm run desktop:install.")
  process.exit(1)
}
tell(`Hot reload in ${electron === null ? 'the browser' : 'Electron'}. Ctrl+C ends it.`)
process.env.ELECTRON_EXEC_PATH = electron ?? process.execPath
if (electron === null) await prepareHost()
const entry = electron === null ? ['--entry', 'out/main/web.js'] : []
const program = inProject(programs.electronVite)
process.chdir(projectRoot)
process.argv = [process.execPath, program, 'dev', '--watch', ...entry, '--', ...folders]
await import(pathToFileURL(program).href)

/** The host is started again after every change to it; the tab that is open goes on, and no other one opens. */
async function prepareHost() {
  process.env.STORYDESK_PORT = HOST_PORT
  process.env.STORYDESK_SEED = randomBytes(32).toString('base64url')
  process.env.STORYDESK_OPEN_ONCE = OPEN_ONCE
  await mkdir(dirname(OPEN_ONCE), { recursive: true })
  await (open ? writeFile(OPEN_ONCE, '') : rm(OPEN_ONCE, { force: true }))
}

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
