import matter from 'gray-matter'

/**
 * Has gray-matter take the front matter out of `text` and give its YAML to `parse`. The only place that calls
 * gray-matter, whose defaults run `---js` and hand one cached object to everybody: script engines refuse,
 * options are always given, which also switches the cache off.
 *
 * @param text the opening fence of Jekyll's rule and all up to the closing one. gray-matter's own rule would
 *   close at a key such as `---x`, hence a closing delimiter that no text holds.
 *   Where gray-matter's search for comments would take seconds or a lot of memory, or finds nothing else
 *   (it ends a comment at `\n` only, and counts a no-break space as nothing), it is passed by.
 */
export function withMatter<T>(text: string, parse: (yaml: string) => T): T {
  if (text.length > LARGEST || hasLongGap(text)) return parse(text.slice(3))

  let parsed: T | undefined
  const yaml = (source: string): object => {
    parsed = parse(source)
    return NOTHING
  }
  matter(text, { language: 'yaml', delimiters: ['---', '\u0000'], engines: { ...REFUSED, yaml } })
  return parsed ?? parse(text.slice(3))
}

const LARGEST = 500_000
/** Lines; gray-matter's `/^\s*#/gm` takes the square of their number. */
const LONGEST_GAP = 200

function hasLongGap(text: string): boolean {
  let gap = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit > 0x20) gap = 0
    else if ((unit === 0x0a || unit === 0x0d) && ++gap > LONGEST_GAP) return true
  }
  return false
}

const NOTHING = {}
const refuse = (): never => {
  throw new Error('Only YAML front matter is read')
}
const REFUSED = {
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  json: refuse
}
