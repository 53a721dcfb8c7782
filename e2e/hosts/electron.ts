import { _electron } from '@playwright/test'
import { electronBinary } from '../../src/main/desktop-runtime'
import type { HostStart, RunningHost } from './host'
import { environment, root } from './project'

/** Starts the real desktop app. */
export async function startElectron({ folder, appData, prepare }: HostStart): Promise<RunningHost> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error("Electron's runtime is not here")
  // Chromium refuses its sandbox to the superuser, as whom containers run tests.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath,
    args: [...switches, root, folder],
    env: environment(appData)
  })
  const page = await app.firstWindow()
  await prepare(page)
  return { page, close: () => app.close() }
}
