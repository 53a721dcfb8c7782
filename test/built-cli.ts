import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { aFolder } from './a-folder'

/** The built command line. */
export const cli = join(import.meta.dirname, '../out/main/cli.js')

export type Outcome = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Starts the built command line in a process of its own, with app data of its own, no display and no colours.
 *
 * @param program the one to start; a copy of it may be tried as well.
 * @returns the process, and what came of it once it has ended.
 */
export async function startCli(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
  program = cli
) {
  if (!existsSync(program)) throw new Error('There is no build to test: run npm run build first.')
  const { folder: appData } = await aFolder()
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...rest, STORYDESK_DATA: appData, NO_COLOR: '1', ...env }
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = outcomeOf(child)
  child.stdin.on('error', () => {}) // not every command reads it
  child.stdin.end(input)
  return { child, ended }
}

/** Runs the built command line to its end. */
export async function runCli(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
  program = cli
) {
  const { ended } = await startCli(args, input, env, program)
  return ended
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  child.stdout?.on('data', (chunk) => chunks.stdout.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.stderr.push(chunk))
  const [code] = await once(child, 'close')
  const stdout = Buffer.concat(chunks.stdout).toString()
  return { code, stdout, stderr: Buffer.concat(chunks.stderr).toString() }
}
