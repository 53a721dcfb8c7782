import type { Json } from '#shared/json'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { toJson } from '../../front-matter/value'
import { linksOf } from '../detail-of'
import type { CheckedStory, Part } from './checked-file'

/** The change that gives one field of a story or of one of its links another value. */
export function setInPart(
  story: CheckedStory,
  { path, map }: Part,
  field: string,
  value: Json
): readonly StoryChange[] {
  const now = map.get(field)
  const change = { field, value, ...(now === undefined ? {} : { was: toJson(now) }) }
  if (path.length === 0) return [{ kind: 'set', ...change }]
  return [{ kind: 'set-link', link: keyOf(story, path), ...change }]
}

/** The change that takes a link out of its story's list. */
export const removeLink = (story: CheckedStory, { path }: Part): readonly StoryChange[] => [
  { kind: 'remove-link', link: keyOf(story, path) }
]

const keyOf = ({ data }: CheckedStory, path: readonly string[]): LinkKey =>
  linksOf(data.get('related'))[Number(path[1])]?.key ?? ('' as LinkKey)
