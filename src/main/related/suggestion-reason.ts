import type { KnownStory } from './known-story'
import { asDigits } from './number-words'
import type { QuestionWord } from './question-words'
import type { TextIndex } from './text-index'
import { counted, timeApart } from './time-apart'
import { words } from './words'

const NAMED = 3
/** Only words count that at most one text in so many holds; in a small library all words do. */
const TEXTS_PER_TELLING_WORD = 5
const FEW_TEXTS = 10

/** @returns says why a suggestion fits: `5 words shared (Gilead, Japan, remdesivir), 2 days apart`. */
export function createReasons(
  { vocabulary, count }: TextIndex,
  story: KnownStory
): (shared: readonly QuestionWord[], suggested: KnownStory) => string {
  const spelled = spellingsIn(story)
  const most = Math.max(FEW_TEXTS, count / TEXTS_PER_TELLING_WORD)

  function spellingOf({ word }: QuestionWord): string {
    const name = vocabulary.wordAt(word)
    return spelled.get(name) ?? name
  }
  return (shared, suggested) => {
    const telling = shared.filter(({ word }) => (vocabulary.holders.values[word] ?? 0) <= most)
    const apart = timeApart(story.publishedAt, suggested.publishedAt)
    if (telling.length === 0) return `Only common words shared, ${apart}`
    const named = telling.slice(0, NAMED).map(spellingOf).join(', ')
    return `${counted(telling.length, 'word')} shared (${named}), ${apart}`
  }
}

/** How the story writes each of its words the first time. */
function spellingsIn({ title, excerpt }: KnownStory): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  for (const spelling of `${title ?? ''} ${excerpt ?? ''}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const [word] = words(spelling)
    if (word === undefined || spellings.has(word)) continue
    spellings.set(word, spelling)
    const digits = asDigits(word)
    if (digits !== null && !spellings.has(digits)) spellings.set(digits, spelling)
  }
  return spellings
}
