import type { JsonObject } from '#shared/json'
import type { Link } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { type LinkOp, twinsOf } from '../../state/link-ops'
import { placeByQuality, shownLink } from '../../state/new-link'
import { linkTitle } from './link-words'

/** @returns adds a link where its quality puts it, and says where that is. */
export function useAddLink(
  links: readonly Link[],
  onOp: (op: LinkOp) => void
): (data: JsonObject) => void {
  const desk = useDesk()
  return (data) => {
    const link = shownLink(data)
    const place = placeByQuality(links, link.quality)
    const index = links.findIndex(({ key }) => key === place.before)
    const position = (index === -1 ? links.length : index) + 1
    onOp({ kind: 'add', link: data, twins: twinsOf(links, link), ...place })
    desk.voice.announceDone(`${linkTitle(link)}, added as link ${position} of ${links.length + 1}`)
  }
}
