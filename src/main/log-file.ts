import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The log that stays on disk: what happened, when, without anything that stories say. */
export type LogFile = {
  /** Adds a line, with the time before it. A disk that takes none must not keep anybody from working. */
  write(line: string): void
  /** The last lines, oldest first. */
  tail(lines: number): readonly string[]
}

/** The file that is written, and the one before it. */
const NAMES = ['storydesk.log', 'storydesk.log.1'] as const
const LARGEST = 1024 * 1024

/**
 * Keeps `storydesk.log` in a folder; beyond a megabyte it becomes `storydesk.log.1` and another one is begun.
 *
 * @param now milliseconds since 1970
 */
export function createLogFile(folder: string, now: () => number): LogFile {
  const [current, before] = NAMES.map((name) => join(folder, name)) as [string, string]

  function makeRoom(): void {
    const stats = statSync(current, { throwIfNoEntry: false })
    if (stats === undefined) mkdirSync(dirname(current), { recursive: true })
    else if (stats.size > LARGEST) renameSync(current, before)
  }

  return {
    write(line) {
      try {
        makeRoom()
        appendFileSync(current, `${new Date(now()).toISOString()} ${line}\n`, { mode: 0o600 })
      } catch {
        // There is nowhere else to say it than on stderr, which has the line already.
      }
    },
    tail(lines) {
      const text = [before, current].map(textOf).join('')
      return text.split('\n').slice(0, -1).slice(-lines)
    }
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
