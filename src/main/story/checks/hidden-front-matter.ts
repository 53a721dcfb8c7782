import type { Rule } from './rule'

/** Front matter that Jekyll does not see: it copies the file to the site, front matter included. */
export const hiddenFrontMatter: Rule = {
  severity: 'error',
  about: 'Jekyll does not see the front matter and copies the file to the site.',
  *find(file) {
    if (file.kind === 'story') {
      for (const warning of file.warnings) {
        if (warning.code === 'byte-order-mark') yield { message: warning.message, at: warning }
      }
    } else if (file.kind === 'none' && FENCE.test(file.text) && FIELD.test(file.text)) {
      yield { message: SEEN_AS_TEXT.test(file.text) ? TWO_BYTES : UNSEEN, at: file.problem }
    }
  }
}

const UNSEEN =
  'The first line is not `---` alone, so Jekyll sees no front matter and copies this file to the site as it is.'

const TWO_BYTES =
  'The file is UTF-16, not UTF-8, so Jekyll sees no front matter and copies this file to the site as it is.'
/** The front matter is there, so what hides it is how characters are saved. */
const SEEN_AS_TEXT = /^---\s*?\n/

/** A line that was meant to open front matter: behind blanks or blank lines, too long, or with something behind it. */
const FENCE = /^\s*(?:-{3,}|\+{3}|[–—]+-*)[^\S\n\r]*(?:\w*|#[^\n\r]*)[^\S\n\r]*[\n\r]/
/** A field that stories have. */
const FIELD =
  /^[ \t]*(?:\{[ \t]*)?["']?(?:published|publishedDateTime|title|excerpt|webUrl|provider)["']?[ \t]*[:=]/m
