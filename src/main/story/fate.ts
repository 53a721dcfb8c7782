import type { Problem } from '#shared/problem'

/**
 * What a `jekyll build` makes of a file that Storydesk cannot read, whatever its `published` says:
 * - `empty`: a page without data,
 * - `source`: a page that shows the whole file, front matter included,
 * - `copied`: the file itself, as no page,
 * - `no-site`: nothing, because the whole build fails,
 * - `unsure`: it may be able to read the file.
 */
export type Fate = 'empty' | 'source' | 'copied' | 'no-site' | 'unsure'

/** Found by building a site with Jekyll 4.3 for each of the problems. */
export const fateOf = ({ code }: Problem): Fate => FATES[code] ?? 'empty'

const FATES: Readonly<Record<string, Fate>> = {
  'invalid-utf8': 'no-site',
  'no-front-matter': 'copied',
  unterminated: 'source',
  // Storydesk refuses these for its own sake.
  'complex-key': 'unsure',
  'recursive-alias': 'unsure',
  'too-many-aliases': 'unsure',
  'too-deep': 'unsure',
  'text-too-long': 'unsure',
  'too-large': 'unsure',
  unreadable: 'unsure',
  // These depend on where in the file they are.
  'line-separator': 'unsure'
}
