import { installedVersion } from '../installed-version'
import { type Command, type Context, WrongUse } from './command'

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit code: 0 = done, 1 = something was found or refused, 2 = wrong use or unreadable.
 */
export async function runCli(
  commands: readonly Command[],
  args: readonly string[],
  context: Context
): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') {
    const tell = name === undefined ? context.complain : context.say
    tell(overview(commands))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    context.say(await installedVersion(context.root))
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    const known = commands.map((each) => each.name).join(', ')
    context.complain(`There is no command "${name}". Known commands: ${known}.`)
    return 2
  }
  if (asksForHelp(rest)) {
    context.say(command.usage)
    return 0
  }
  try {
    return await command.run(rest, context)
  } catch (cause) {
    if (!(cause instanceof WrongUse)) throw cause
    context.complain(`${cause.message}\nSee storydesk ${name} --help.`)
    return 2
  }
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`)
  return [
    'Usage: storydesk <command> [options]',
    '',
    ...lines,
    '',
    'storydesk <command> --help says more, storydesk --version which one this is.'
  ].join('\n')
}

/** What follows `--` is never an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}
