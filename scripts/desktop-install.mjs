import { ensureInstalled } from './ensure-installed.mjs'
import { programs, tell } from './project.mjs'
import { runNode } from './run-command.mjs'

const SECONDS = 180

if (!(await ensureInstalled())) process.exit(1)

tell(`Fetching Electron's runtime (about 110 MB, at most ${SECONDS} s) ...`)
const { ok, timedOut, output } = await runNode(programs.electronInstall, [], { seconds: SECONDS })
if (ok) {
  tell("Electron's runtime is here: npm start opens the desktop app from now on.")
} else {
  const reason = output.match(/^\w*Error: .*$/m)?.[0] ?? output.trim().split('\n')[0]
  tell(`Electron's runtime could not be fetched: ${timedOut ? 'it took too long' : reason}.
npm start goes on to open Storydesk in the browser. To get the desktop app:
- without a way to GitHub, set ELECTRON_MIRROR to a mirror of its releases and try again, or
- set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron: npm start uses it as it is.`)
  process.exitCode = 1
}
