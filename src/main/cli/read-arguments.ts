import { WrongUse } from './command'

/**
 * The options that a command knows, without their dashes: a `flag` stands alone, a `text` is followed by one, and `texts`
 * can be given several times.
 */
type KnownOptions = Readonly<Record<string, 'flag' | 'text' | 'texts'>>

type ValueOf = {
  readonly flag: boolean
  readonly text: string | null
  readonly texts: readonly string[]
}

type Arguments<Known extends KnownOptions> = {
  /** `false`, `null` and no texts for what was not given. A flag or text given twice counts as it was last. */
  readonly options: { readonly [Name in keyof Known]: ValueOf[Known[Name]] }
  /** All that belongs to no option, in order. */
  readonly words: readonly string[]
}

/**
 * Sorts a command's arguments into options and words, as POSIX programs do: `--name text` or `--name=text`, and words
 * only after `--`. An option's text may begin with one dash (`--sort -date`).
 *
 * @param dashedWords whether what begins with one dash, after the first word, is a word: a query may say
 *   `-published:true`. No command has options of one letter.
 * @throws {WrongUse} for an unknown option, a text that is missing, and one that is too many.
 */
export function readArguments<const Known extends KnownOptions>(
  args: readonly string[],
  known: Known,
  { dashedWords = false }: { readonly dashedWords?: boolean } = {}
): Arguments<Known> {
  const options: Record<string, ValueOf[keyof ValueOf]> = {}
  for (const [name, kind] of Object.entries(known)) options[name] = NOT_GIVEN[kind]
  const words: string[] = []

  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] as string
    if (argument === '--') return sorted(options, [...words, ...args.slice(at + 1)])
    const isWord = dashedWords && words.length > 0 && !argument.startsWith('--')
    if (isWord || !argument.startsWith('-') || argument === '-') {
      words.push(argument)
      continue
    }
    const { name, text } = split(argument)
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (kind === undefined) throw new WrongUse(`There is no option ${argument}.`)
    if (kind === 'flag') {
      options[name] = flag(name, text)
      continue
    }
    const given = text ?? textAfter(args, at)
    const before = options[name]
    options[name] = Array.isArray(before) ? [...before, given] : given
    if (text === null) at += 1
  }
  return sorted(options, words)
}

const NOT_GIVEN = { flag: false, text: null, texts: [] } as const

// What was filled in name by name from `known` has its names and kinds; TypeScript cannot follow that.
const sorted = <Known extends KnownOptions>(
  options: Readonly<Record<string, unknown>>,
  words: readonly string[]
): Arguments<Known> => ({ options: options as Arguments<Known>['options'], words })

/** A name that is not introduced by two dashes is no option's name. */
function split(argument: string): { readonly name: string; readonly text: string | null } {
  if (!argument.startsWith('--')) return { name: '', text: null }
  const end = argument.indexOf('=')
  return end === -1
    ? { name: argument.slice(2), text: null }
    : { name: argument.slice(2, end), text: argument.slice(end + 1) }
}

function flag(name: string, text: string | null): true {
  if (text === null) return true
  throw new WrongUse(`--${name} takes nothing after it.`)
}

function textAfter(args: readonly string[], at: number): string {
  const text = args[at + 1]
  if (text !== undefined && !text.startsWith('--')) return text
  throw new WrongUse(`Something is missing after ${args[at]}.`)
}
