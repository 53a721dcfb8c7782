import { electronBinary, hasDisplay } from '../desktop-runtime'
import { sampleLibrary } from '../sample-library'
import { runBrowserHost } from '../web/run-browser-host'
import { type Command, WrongUse, wholeNumber } from './command'
import { readArguments } from './read-arguments'
import { readableFolder } from './readable-folder'
import { runDesktop } from './run-desktop'

const USAGE = `Usage: storydesk open [folder] [--browser | --desktop] [--port N] [--no-open] [--idle minutes]

Opens the desk on a folder of stories; without one, on the stories that come with Storydesk.

  --browser    serve the desk to the browser, even if the desktop app could open
  --desktop    open the desktop app or say why it cannot
  --port N     serve at this port of 127.0.0.1, or at one of the 19 after it
  --no-open    do not open the browser, only print the address
  --idle N     end when no browser has shown the desk for N minutes; usually it ends on Ctrl+C only

Without --browser and --desktop the desktop app opens where its runtime and a display are there, else the browser.`

/** `storydesk open`: what `npm start` runs. */
export const openCommand: Command = {
  name: 'open',
  summary: 'opens the desk on a folder of stories',
  usage: USAGE,
  async run(args, context) {
    const { root, env, say, complain } = context
    const { folder: named, browser, desktop, port, open, idle } = parse(args)
    const folder = await readableFolder(named ?? (await sampleLibrary(root, env)), context)
    if (folder === null) return 2
    const binary = browser ? null : desktopBinary(env)
    if (binary !== null) return runDesktop(binary, [root, folder], env)
    if (desktop) {
      complain(
        electronBinary(env) === null
          ? 'The desktop app cannot open: its runtime is missing. npm run desktop:install fetches it.'
          : 'The desktop app cannot open: there is no display.'
      )
      return 2
    }
    return runBrowserHost({ root, folder, port, open, idle, env, say, complain })
  }
}

/** @returns `null` where the desktop app cannot open. */
const desktopBinary = (env: NodeJS.ProcessEnv): string | null =>
  hasDisplay(env, process.platform) ? electronBinary(env) : null

function parse(args: readonly string[]) {
  const { options, words } = readArguments(args, {
    browser: 'flag',
    desktop: 'flag',
    port: 'text',
    'no-open': 'flag',
    idle: 'text'
  })
  const { browser, desktop } = options
  if (browser && desktop) throw new WrongUse('Choose one of --browser and --desktop.')
  if (words.length > 1) throw new WrongUse('Only one folder can be opened.')
  const port = wholeNumber('--port', options.port ?? '0', 0, 65_535)
  const idle = options.idle === null ? null : wholeNumber('--idle', options.idle, 1, 100_000)
  return { folder: words[0], browser, desktop, port, open: !options['no-open'], idle }
}
