/**
 * Makes a test for paths below a library, with `/`, from its patterns: `*` and `?` stand for characters of one name,
 * `**` for any folders, `{a,b}` for one of several texts. The case of letters does not matter, because it does not to
 * every disk. A pattern that starts with `!` takes out what those before it took in. Patterns come from strangers, so
 * none of them takes more time than the product of its length and the path's.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.map((pattern) => {
    const takes = !pattern.startsWith('!')
    const path = (takes ? pattern : pattern.slice(1)).toLowerCase().replace(/^\.?\//, '')
    return { takes, choices: choicesOf(path).map((choice) => choice.split('/').map(toName)) }
  })
  return (path) => {
    const names = path.toLowerCase().split('/').map(toName)
    let taken = false
    for (const { takes, choices } of rules) {
      if (taken !== takes && choices.some((parts) => matches(parts, names, isName))) taken = takes
    }
    return taken
  }
}

/** The characters of one name. */
type Name = readonly string[]
const toName = (text: string): Name => [...text]

const isName = (part: Name, name: Name): boolean =>
  matches(part, name, (wanted, character) => wanted === '?' || wanted === character)

/** More braces than this are characters like any other. */
const MOST_CHOICES = 100

/** `a{b,c}` is `ab` or `ac`. */
function choicesOf(pattern: string): readonly string[] {
  let choices = [pattern]
  for (;;) {
    const more = choices.flatMap((choice) => {
      const [braces, inner = ''] = /\{([^{}]*,[^{}]*)\}/.exec(choice) ?? []
      if (braces === undefined) return [choice]
      return inner.split(',').map((text) => choice.replace(braces, () => text))
    })
    if (more.length === choices.length || more.length > MOST_CHOICES) return choices
    choices = more
  }
}

/** Whether `items` are as `wanted` says, of which `*`, or `**` among names, stands for any number of them. */
function matches<T extends string | Name>(
  wanted: readonly T[],
  items: readonly T[],
  isOne: (wanted: T, item: T) => boolean
): boolean {
  let at = 0
  let next = 0
  let star = -1
  let resume = 0
  while (at < items.length) {
    const want = wanted[next]
    if (want !== undefined && isStar(want)) {
      star = next
      next += 1
      resume = at
    } else if (want !== undefined && isOne(want, items[at] as T)) {
      at += 1
      next += 1
    } else if (star === -1) return false
    else {
      next = star + 1 // the last star takes one more
      resume += 1
      at = resume
    }
  }
  return wanted.slice(next).every(isStar)
}

const isStar = (want: string | Name): boolean =>
  typeof want === 'string' ? want === '*' : want.length === 2 && want.every((one) => one === '*')
