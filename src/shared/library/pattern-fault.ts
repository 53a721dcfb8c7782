/**
 * Says why patterns for the paths of stories can take in none, as a sentence; `null` if they can. Whether they do, only
 * the library knows. A leading `!`, `/` or `./` is allowed.
 */
export function patternsFault(patterns: readonly string[]): string | null {
  if (patterns.every((pattern) => pattern.startsWith('!')))
    return 'At least one pattern must not start with !, or no file is taken in.'
  return patterns.map(patternFault).find((fault) => fault !== null) ?? null
}

/** Why one of them can name no path below the library. */
export function patternFault(pattern: string): string | null {
  const path = pattern.replace(/^!/, '').replace(/^\.?\//, '')
  if (path.trim() === '') return 'A pattern says which files are meant, e.g. _news/**/*.md.'
  if (path.includes('\\')) return `In ${pattern}, folders are divided by /.`
  const parts = path.split('/')
  if (parts.at(-1) === '') return `${pattern} names a folder. Its files are ${pattern}**.`
  const leaves = parts.some((part) => ['', '.', '..'].includes(part)) || /^[a-z]:/i.test(path)
  return leaves ? `${pattern} is no path below the library.` : null
}
