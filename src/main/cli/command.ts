/** What a command is given besides its arguments. */
export type Context = {
  /** Where Storydesk is installed. */
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  readonly stdin: AsyncIterable<string | Uint8Array>
  /** Takes one line of the result. */
  readonly say: (line: string) => void
  /** Takes one line for the person at the terminal. */
  readonly complain: (line: string) => void
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What `--help` prints. */
  readonly usage: string
  /**
   * @returns the exit code: 0 = done, 1 = something was found or refused, 2 = the folder or file cannot be read.
   * @throws {WrongUse} if the arguments make no sense.
   */
  run(args: readonly string[], context: Context): Promise<number>
}

/** The arguments make no sense. The message is one sentence for the person at the terminal. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

/** @throws {WrongUse} unless `text` is a whole number from `least` to `most`. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new WrongUse(`${option} takes a whole number from ${least} to ${most}, not "${text}".`)
}
