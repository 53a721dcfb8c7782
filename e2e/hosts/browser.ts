import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import type { HostStart, RunningHost } from './host'
import { environment, root } from './project'

/** A browser host in a process of its own. */
type Serving = {
  /** What it prints for the person who started it. */
  readonly address: string
  /** Ends it as a person would. @throws if it does not end cleanly. */
  end(): Promise<void>
}

/** Starts the browser host as `npm start` does. @param port 0: any that is free. */
export async function serveDesk(
  { folder, appData }: Pick<HostStart, 'folder' | 'appData'>,
  port = 0
): Promise<Serving> {
  const options = ['--browser', '--no-open', '--port', String(port)]
  const args = [join(root, 'out/main/cli.js'), 'open', folder, ...options]
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
  return {
    address,
    async end() {
      host.kill('SIGTERM')
      const [code, signal] = await ended
      if (code !== 0)
        throw new Error(`The host ended with ${code ?? signal}: ${complaints.join('')}`)
    }
  }
}

/** Starts the browser host and opens the address that it prints. */
export async function startBrowserHost(browser: Browser, from: HostStart): Promise<RunningHost> {
  const { address, end } = await serveDesk(from)
  const page = await browser.newPage()
  await from.prepare(page)
  await page.goto(address)
  return {
    page,
    async close() {
      await page.close()
      await end()
    }
  }
}
