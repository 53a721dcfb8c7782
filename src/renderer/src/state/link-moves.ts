import type { Link, Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { travel } from './library-actions'
import { pageOf } from './link-marks'
import { storiesWith } from './link-search'
import { placeByQuality } from './new-link'
import { rowTitle } from './story-words'

/** More would not be read. */
const MOST = 12

/**
 * The stories that a link may go to or come from: those with the words that were typed, else the ones that follow in
 * the list.
 */
export function otherStories(
  desk: Desk,
  own: StoryId,
  typed: string,
  isFit: (story: Story) => boolean
): readonly Story[] {
  const { stories, rows } = desk.list.getState()
  const isOther = (story: Story) => story.id !== own && story.problem === null && isFit(story)
  if (typed.trim() !== '') return storiesWith(typed, stories.filter(isOther)).slice(0, MOST)
  const at = rows.findIndex(({ id }) => id === own)
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].filter(isOther).slice(0, MOST)
}

/**
 * Takes a link from one story to another, to where its quality puts it, and says so. A story that has the link already,
 * or is what it leads to, does not get it.
 *
 * @returns whether it was moved.
 */
export async function moveLink(desk: Desk, from: Story, link: Link, to: Story): Promise<boolean> {
  const target = await desk.details.read(to.id)
  const why = target === null ? null : refusal(link, to, target.links)
  if (why !== null || target === null) {
    const detail =
      why === null
        ? 'The other story cannot be read at the moment.'
        : `“${rowTitle(to)}” does not need it. ${why}.`
    desk.voice.notify({ kind: 'problem', fact: 'The link was not moved.', detail })
    return false
  }
  const place = placeByQuality(target.links, link.quality)
  const move = { from: from.id, to: to.id, link: link.key, ...place }
  if (!(await desk.listEdits.moveLink(move))) return false

  const found = target.links.findIndex(({ key }) => key === place.before)
  const position = (found === -1 ? target.links.length : found) + 1
  desk.voice.notify({
    kind: 'done',
    fact: `Moved to “${rowTitle(to)}”.`,
    detail: `${link.title ?? link.webUrl}, link ${position} of ${target.links.length + 1} there.`,
    action: { words: 'Undo', run: () => void travel(desk, 'undo') }
  })
  return true
}

/** Why a story with these links should not get another one, in a few words; `null` if it may. */
export function refusal(
  link: Pick<Link, 'webUrl'>,
  to: Pick<Story, 'webUrl'>,
  links: readonly Pick<Link, 'webUrl'>[]
): string | null {
  const page = pageOf(link.webUrl)
  if (page === null) return null
  if (pageOf(to.webUrl) === page) return 'The story itself'
  const twin = links.findIndex(({ webUrl }) => pageOf(webUrl) === page)
  return twin === -1 ? null : `Link ${twin + 1} already`
}
