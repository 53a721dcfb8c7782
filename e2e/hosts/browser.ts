import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import type { HostStart, RunningHost } from './host'
import { environment, root } from './project'

/** Starts the browser host as `npm start` does and opens the address that it prints. */
export async function startBrowserHost(
  browser: Browser,
  { folder, appData, prepare }: HostStart
): Promise<RunningHost> {
  const args = [join(root, 'out/main/cli.js'), 'open', folder, '--browser', '--no-open']
  const host = spawn(process.execPath, args, { env: environment(appData) })
  // A test that was given up must not leave the host behind.
  const kill = (): void => void host.kill('SIGKILL')
  process.once('exit', kill)
  host.once('exit', () => process.off('exit', kill))
  const complaints: string[] = []
  host.stderr.on('data', (chunk) => complaints.push(String(chunk)))
  const ended = once(host, 'exit')

  const lines = createInterface({ input: host.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => [''])])
  const address = /^Storydesk is at (http:\S+)$/.exec(String(first[0]))?.[1]
  if (address === undefined) throw new Error(`The host did not start: ${complaints.join('')}`)

  const page = await browser.newPage()
  await prepare(page)
  await page.goto(address)
  return {
    page,
    async close() {
      await page.close()
      host.kill('SIGTERM')
      const [code, signal] = await ended
      if (code !== 0)
        throw new Error(`The host ended with ${code ?? signal}: ${complaints.join('')}`)
    }
  }
}
