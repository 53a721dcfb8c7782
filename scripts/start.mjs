import { pathToFileURL } from 'node:url'
import { endWithParent } from './end-with-parent.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject } from './project.mjs'

endWithParent()
if (!((await ensureInstalled()) && (await ensureBuilt()))) process.exit(1)

// npm runs scripts in the project's folder, but a folder is meant from where it was called.
if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD)
}
// In this very process, so that its output, signals and exit code need no handing on.
const cli = inProject('out/main/cli.js')
process.argv = [process.execPath, cli, 'open', ...process.argv.slice(2)]
await import(pathToFileURL(cli).href)
