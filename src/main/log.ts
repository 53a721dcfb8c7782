/** Where Storydesk says what it does. `detail` may be an error or any plain value. */
export type Log = {
  info(message: string, detail?: unknown): void
  warn(message: string, detail?: unknown): void
  error(message: string, detail?: unknown): void
}

/** Makes a log that hands `write` one line per message, without a line break at its end. */
export function createLog(write: (line: string) => void): Log {
  const say = (level: string) => (message: string, detail?: unknown) =>
    write(`${level}: ${message}${detail === undefined ? '' : ` (${oneLine(detail)})`}`)
  return { info: say('info'), warn: say('warning'), error: say('error') }
}

/** Control characters become blanks: a file's name must not be able to drive a terminal. */
function oneLine(detail: unknown): string {
  const text =
    detail instanceof Error ? (detail.stack ?? detail.message) : (JSON.stringify(detail) ?? '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
}
