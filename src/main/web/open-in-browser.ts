import { spawn } from 'node:child_process'
import { hasDisplay } from '../desktop-runtime'

/** A program and what it is told, to be run without a shell. */
type Command = readonly [program: string, ...args: string[]]

/** @returns what opens an address in the person's own browser, or `null` where none could be shown. */
export function browserCommand(
  address: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform
): Command | null {
  // Without a display `xdg-open` would start a text browser in this very terminal.
  if (!hasDisplay(env, platform)) return null
  if (platform === 'darwin') return ['open', address]
  // `start` belongs to a shell, to which an address is code.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}

/** Shows the address in the person's own browser. Where that fails, they still have the printed line. */
export function openInBrowser(
  address: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform
): void {
  const command = browserCommand(address, env, platform)
  if (command === null) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // no such program: nothing to tell beyond the printed line
  child.unref()
}
