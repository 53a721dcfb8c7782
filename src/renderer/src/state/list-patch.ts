import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { isProblem } from './findings'
import type { Library } from './library-store'
import type { List } from './list-store'

type Known = Pick<Library, 'stories' | 'reviews' | 'findings'>

/** What changed in the library, and what the list asks for. */
export type ListChange = {
  /** The stories that changed, or whose review did, each once; no others did. */
  readonly touched: readonly StoryId[]
  readonly before: Known
  readonly now: Known
  /** Whether search and filters leave a story. */
  readonly matches: (story: Story) => boolean
  /** Whether the view shows a story that is reviewed or held so. */
  readonly fits: (review: Review | null) => boolean
  /** The story that stays in its row whatever becomes of it. */
  readonly open: StoryId | null
}

export type PatchedList = Pick<List, 'rows' | 'counts' | 'progress'> & {
  /** Whether the open story is among the rows only because it is open; `null`: as before. */
  readonly lingers: boolean | null
}

/**
 * Brings a list up to date story by story, which spares looking through a large library for each keystroke.
 *
 * @returns `null` if a story comes in: only the whole search knows its place.
 */
export function patchList(list: List, change: ListChange): PatchedList | null {
  const { touched, before, now, matches, fits, open } = change
  const wanted = new Map<StoryId, Story | null>() // null: goes
  let { counts, progress } = list
  for (const id of touched) {
    const was = stateOf(before, id, matches)
    const is = stateOf(now, id, matches)
    counts = counted(counted(counts, was, -1), is, 1)
    progress = {
      total: progress.total + Number(is.isFound) - Number(was.isFound),
      done:
        progress.done +
        Number(is.isFound && is.review !== null) -
        Number(was.isFound && was.review !== null)
    }
    wanted.set(id, is.story !== undefined && is.isFound && fits(is.review) ? is.story : null)
  }
  const { rows, lingers } = patchedRows(list.rows, wanted, open, change)
  const isIn = [...wanted.values()].some((story) => story !== null)
  return isIn ? null : { rows, counts, progress, lingers }
}

/** Takes what it finds a place for out of `wanted`. */
function patchedRows(
  rows: readonly Story[],
  wanted: Map<StoryId, Story | null>,
  open: StoryId | null,
  { before, now }: Pick<ListChange, 'before' | 'now'>
): Pick<PatchedList, 'rows' | 'lingers'> {
  const parts: (readonly Story[])[] = []
  let lingers: boolean | null = null
  let from = 0
  for (const at of placesOf(rows, wanted, before)) {
    const row = rows[at] as Story
    const story = wanted.get(row.id) ?? null
    wanted.delete(row.id)
    const stays = story ?? (row.id === open ? (now.stories.get(row.id) ?? null) : null)
    if (row.id === open) lingers = story === null && stays !== null
    if (stays === row) continue
    parts.push(rows.slice(from, at), stays === null ? [] : [stays])
    from = at + 1
  }
  return { rows: from === 0 ? rows : parts.flat().concat(rows.slice(from)), lingers }
}

/** Looking for a row is so much quicker than looking at every row that it pays for some. */
const FEW = 8

/** Where the wanted stories stand in the list, in its order. */
function placesOf(
  rows: readonly Story[],
  wanted: ReadonlyMap<StoryId, unknown>,
  { stories }: Known
): readonly number[] {
  if (wanted.size <= FEW) {
    const places = [...wanted.keys()].map((id) => rows.indexOf(stories.get(id) as Story))
    if (!places.includes(-1)) return places.sort((a, b) => a - b)
  }
  return rows.flatMap(({ id }, at) => (wanted.has(id) ? at : []))
}

type StoryState = {
  readonly story: Story | undefined
  readonly review: Review | null
  readonly isFound: boolean
  readonly isProblem: boolean
}

function stateOf(
  { stories, reviews, findings }: Known,
  id: StoryId,
  matches: ListChange['matches']
): StoryState {
  const story = stories.get(id)
  return {
    story,
    review: reviews.get(id) ?? null,
    isFound: story !== undefined && matches(story),
    isProblem: story !== undefined && isProblem(story, { findings })
  }
}

function counted(
  counts: List['counts'],
  { story, review, isProblem: isBad }: StoryState,
  by: 1 | -1
): List['counts'] {
  if (story === undefined) return counts
  return {
    inbox: counts.inbox + (review === null ? by : 0),
    all: counts.all + by,
    published: counts.published + (story.onSite ? by : 0),
    unpublished: counts.unpublished + (story.onSite ? 0 : by),
    held: counts.held + (review === 'held' ? by : 0),
    problems: counts.problems + (isBad ? by : 0)
  }
}
