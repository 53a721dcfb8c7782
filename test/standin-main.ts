import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transformWithOxc } from 'vite'

/** The built main process of the desktop app in a Node of its own, with a stand-in for the `electron` module. */
export type StandinMain = {
  /** Asks the main process. @throws what it threw. */
  ask(question: object): Promise<unknown>
  onSent(listener: (channel: string, message: unknown) => void): void
  complaints(): string
  /** @returns the exit code. */
  end(): Promise<number | null>
}

type StandinStart = {
  /** An empty folder, for the stand-in. */
  readonly standin: string
  /** The library. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

/** @param root the project's folder */
export async function startStandin(
  root: string,
  { standin, folder, env }: StandinStart
): Promise<StandinMain> {
  const source = join(root, 'test/fake-electron.ts')
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
  await writeFile(join(standin, 'electron.mjs'), code)

  const main = join(root, 'e2e/hosts/desktop-standin-main.mjs')
  const child = fork(main, [standin, folder], {
    env,
    silent: true,
    serialization: 'advanced'
  })
  const complaints: string[] = []
  child.stderr?.on('data', (chunk) => complaints.push(String(chunk)))
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child, 'message'), ended.then(() => [])])
  if (first.length === 0) throw new Error(`The main process did not start: ${complaints.join('')}`)
  return {
    ...conversation(child),
    complaints: () => complaints.join(''),
    async end() {
      child.send({ kind: 'quit' })
      const [exitCode] = await ended
      return exitCode
    }
  }
}

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string }
type Sent = { readonly sent: readonly [channel: string, message: unknown] }

/** Numbers the questions, so that answers may come in any order. */
function conversation(child: ChildProcess): Pick<StandinMain, 'ask' | 'onSent'> {
  const waiting = new Map<number, (answer: Answer) => void>()
  let listener: (channel: string, message: unknown) => void = () => {}
  let last = 0
  child.on('message', (message: Answer | Sent) => {
    if ('sent' in message) return listener(...message.sent)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  return {
    ask(question) {
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ value, error }) =>
          error === undefined ? resolve(value) : reject(new Error(error))
        )
        child.send({ id, ...question })
      })
    },
    onSent(listen) {
      listener = listen
    }
  }
}
