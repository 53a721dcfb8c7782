import { sortedLinks } from '#shared/story/bulk-change'
import { linksOf } from '../detail-of'
import { numberOf } from '../story-of'
import { storyRule } from './rule'

/** A list that does not go down from its best link. An editor may mean it, a robot never does. */
export const linksNotByQuality = storyRule({
  severity: 'note',
  about: 'Links are not in the order of their quality.',
  *find({ data, parts }) {
    let last = Number.POSITIVE_INFINITY
    for (const { path, map, name } of parts.slice(1)) {
      const quality = numberOf(map.get('quality')) ?? Number.NEGATIVE_INFINITY
      if (quality > last) {
        yield {
          message: `${name} is better (${quality}) than the link before it (${shown(last)}): the list is not ordered by quality.`,
          at: path,
          fix: () => sortedLinks(linksOf(data.get('related')))
        }
        return
      }
      last = quality
    }
  }
})

const shown = (quality: number): string => (Number.isFinite(quality) ? String(quality) : 'unknown')
