import type { KnownStory } from './known-story'
import type { TextWords } from './text-index'
import { titleWords } from './title-key'
import { words } from './words'

/** What lies behind counts for nothing: a whole book in an excerpt must not slow everybody down. */
const MOST_TITLE_WORDS = 60
const MOST_EXCERPT_WORDS = 200
const MOST_EXCERPT_LENGTH = 4000

/** The words by which a story or link is found. */
export const textWordsOf = ({ title, excerpt }: KnownStory): TextWords => ({
  title: titleWords(title).slice(0, MOST_TITLE_WORDS),
  excerpt: words(excerpt?.slice(0, MOST_EXCERPT_LENGTH) ?? null).slice(0, MOST_EXCERPT_WORDS)
})
