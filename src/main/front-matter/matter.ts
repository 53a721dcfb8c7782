import matter from 'gray-matter'

/**
 * Has gray-matter take the front matter out of `text` and give its YAML to `parse`. The only place that calls
 * gray-matter, whose defaults run `---js` and hand one cached object to everybody: script engines refuse,
 * options are always given, which also switches the cache off.
 *
 * @param text the opening fence of Jekyll's rule and all up to the closing one. gray-matter's own rule would
 *   close at a key such as `---x`, hence a closing delimiter that no text holds.
 * @param parse is not called if there are only comments.
 */
export function withMatter<T>(text: string, parse: (yaml: string) => T): T | null {
  let parsed: T | null = null
  const yaml = (source: string): object => {
    parsed = parse(source)
    return NOTHING
  }
  matter(text, { language: 'yaml', delimiters: ['---', '\u0000'], engines: { ...REFUSED, yaml } })
  return parsed
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
