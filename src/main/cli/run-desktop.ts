import { spawn } from 'node:child_process'

/**
 * Runs the desktop app until its window is closed. Being told to end ends the app first.
 *
 * @param binary Electron's program
 * @returns its exit code; 1 if it did not start or was killed.
 */
export function runDesktop(
  binary: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv
): Promise<number> {
  // Set by editors for their own terminals; it would make Electron a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  const app = spawn(binary, args, { stdio: 'inherit', env: rest })
  const end = (): void => void app.kill('SIGTERM')
  // Ctrl+C reaches the app by itself, as it sits at the same terminal.
  const wait = (): void => {}
  process.on('SIGTERM', end).on('SIGINT', wait)

  return new Promise<number>((resolve) => {
    app.once('error', () => resolve(1))
    app.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => process.off('SIGTERM', end).off('SIGINT', wait))
}
