import type { StoryId } from '#shared/story/story-id'
import { KnownCoverage } from '../related/known-coverage'
import type { StoryAndLinks } from '../related/known-story'
import { type Suggestion, suggest } from '../related/suggest'
import { terminalText } from './terminal-text'

export type SuggestLinesOptions = {
  /** The stories to suggest for; ids that are not in the library give no line. */
  readonly stories: readonly StoryId[] | 'all'
  /** At most so many suggestions a story. */
  readonly limit: number
  readonly json: boolean
}

/**
 * What `storydesk suggest` prints: one line a story as JSON for programs, or a line a suggestion to read. Other
 * outlets' copies of a story are among the suggestions, because lists hold them; `storydesk duplicates` names them.
 */
export function* suggestLines(
  library: readonly StoryAndLinks[],
  { stories, limit, json }: SuggestLinesOptions
): Generator<string> {
  const coverage = new KnownCoverage()
  for (const one of library) coverage.put(one)
  const asked = stories === 'all' ? null : new Set(stories)
  for (const one of library) {
    if (asked !== null && !asked.has(one.story.id)) continue
    const suggestions = suggest(coverage, one, { limit, copies: 'offer' })
    if (json) yield jsonLine(one.story.id, suggestions)
    else yield* textLines(one.story.id, suggestions)
  }
}

const jsonLine = (story: StoryId, suggestions: readonly Suggestion[]): string =>
  JSON.stringify({
    story,
    suggestions: suggestions.map((suggestion) => ({
      url: suggestion.url,
      story: suggestion.story,
      title: suggestion.known.title,
      score: Math.round(suggestion.score * 1000) / 1000,
      why: suggestion.why
    }))
  })

const textLines = (story: StoryId, suggestions: readonly Suggestion[]): readonly string[] => [
  terminalText(story),
  ...suggestions.map(({ known, url, why }) => {
    const title = terminalText(known.title ?? 'Without a title')
    return `  ${title}  ${terminalText(url)}  ${terminalText(why)}`
  })
]
