import { storyRule } from './rule'

/** A title or excerpt in which there is nothing to read. Links are listed by their titles alone. */
export const emptyText = storyRule({
  severity: 'warning',
  about: 'A title or an excerpt is empty.',
  *find({ parts }) {
    for (const { path, map, name } of parts) {
      for (const field of path.length === 0 ? ['title', 'excerpt'] : ['title']) {
        const value = map.get(field)
        if (typeof value !== 'string' || READABLE.test(value)) continue
        yield { message: `The ${field} of ${lowered(name)} is empty.`, at: [...path, field] }
      }
    }
  }
})

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Anything but white space and characters that show nothing. */
const READABLE = /[^\s\p{Cc}\p{Cf}\u2800]/u
