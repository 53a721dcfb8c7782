import { runQuery } from '#shared/library/query'
import type { QueryOptions } from '#shared/library/query-match'
import type { Sort } from '#shared/library/query-sort'
import type { Query } from '#shared/library/query-syntax'
import type { Story } from '#shared/story/story'

export type ListOptions = {
  readonly query: Query
  /** `null`: as the stories come. */
  readonly sort: Sort | null
  /** At most so many stories; `null`: all of them. */
  readonly limit: number | null
  readonly json: boolean
}

/**
 * What `storydesk list` prints: one line a story, as JSON for programs or in columns for people.
 *
 * Columns are whether the site shows it (or that it has a problem), quality, heat, number of links, day, provider,
 * title and path. Nothing in a line can steer a terminal.
 *
 * @param asking what a query may ask that no story says of itself.
 */
export function listLines(
  stories: readonly Story[],
  { query, sort, limit, json }: ListOptions,
  asking: QueryOptions = {}
): readonly string[] {
  const found = runQuery(stories, query, sort, asking).slice(0, limit ?? undefined)
  return json ? found.map(jsonLine) : inColumns(found.map(cells))
}

const jsonLine = (story: Story): string =>
  JSON.stringify({
    story: story.id,
    title: story.title,
    published: story.published,
    quality: story.quality,
    heat: story.heat,
    publishedDateTime: story.publishedDateTime,
    provider: story.provider,
    topics: story.topics,
    related: story.links,
    type: story.type,
    category: story.category
  })

function cells(story: Story): readonly string[] {
  const { problem, onSite, quality, heat, links, publishedDateTime, provider, title, id } = story
  return [
    problem !== null ? 'problem' : onSite ? 'online' : 'offline',
    String(quality ?? '-'),
    String(heat ?? '-'),
    String(links),
    dayOf(publishedDateTime ?? '-'),
    cut(provider ?? '-', LONGEST_PROVIDER),
    cut(
      problem === null ? (title ?? '-') : `Line ${problem.line}: ${problem.message}`,
      LONGEST_TITLE
    ),
    plain(id)
  ]
}

const LONGEST_PROVIDER = 20
const LONGEST_TITLE = 60
/** Numbers stand to the right of their columns. */
const NUMBERS: readonly number[] = [1, 2, 3]

function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0)
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
        return NUMBERS.includes(column) ? blanks + cell : cell + blanks
      })
      .join('  ')
      .trimEnd()
  )
}

const dayOf = (date: string): string => plain(date).slice(0, '2026-03-12'.length)

/** Shows that there is more where text is too wide. */
function cut(text: string, longest: number): string {
  const characters = [...segments.segment(plain(text))].map(({ segment }) => segment)
  let width = 0
  const end = characters.findIndex((character) => {
    width += widthOf(character)
    return width > longest
  })
  return end === -1 ? characters.join('') : `${characters.slice(0, end - 1).join('')}…`
}

const segments = new Intl.Segmenter('en')

/** Without control characters, which a terminal obeys, and without those that turn the direction of text. */
const plain = (text: string): string => text.replace(STEERING, ' ').replace(/\s+/g, ' ')
const STEERING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** How many columns of a terminal the text takes: two for a Chinese letter or a picture, none for an accent. */
function widthOf(text: string): number {
  let width = 0
  for (const { segment } of segments.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
