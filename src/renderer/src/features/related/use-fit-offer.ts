import { useEffect, useRef } from 'react'
import type { Link } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import { linkField } from '../../state/field-name'
import { applyLinkOps, type LinkOp } from '../../state/link-ops'
import type { Notice } from '../../state/notice-store'
import { fittingQuality } from '../../state/outscoring'
import { linkTitle } from './link-words'

/** What is said after a move, with the score that would fit the new place. It is set only when somebody asks for it. */
export function useFitOffer(story: StoryId, links: readonly Link[]) {
  const desk = useDesk()
  const offered = useRef<Notice | null>(null)
  const latest = useRef(links)
  latest.current = links

  // Another story has other places.
  useEffect(
    () => () => {
      if (offered.current !== null) desk.voice.settle(offered.current)
    },
    [desk]
  )

  function withdraw() {
    if (offered.current !== null) desk.voice.settle(offered.current)
    offered.current = null
  }

  /** Gives the link at `index` the score that fits its place, as a step of its own. */
  function fitPlace(index: number) {
    const link = latest.current[index]
    const fitting = fittingQuality(latest.current, index)
    if (link === undefined || fitting === null) {
      return desk.voice.announce('No other quality fits better here')
    }
    const field = linkField(link.key, 'quality')
    desk.edits.want(story, field, link.quality ?? undefined, fitting)
    void desk.edits.commit(story, field, null)
    withdraw()
    desk.voice.announceDone(`Quality ${fitting}`)
  }

  /** Says where a link that `op` moves stands from now on, from 0. */
  function moved(op: LinkOp, index: number) {
    const after = applyLinkOps(links, [op])
    const link = after[index]
    if (link === undefined) return
    const words = `${linkTitle(link)}, moved to ${index + 1} of ${after.length}`
    const fitting = fittingQuality(after, index)
    withdraw()
    if (fitting === null) return desk.voice.announceDone(words)
    offered.current = {
      kind: 'done',
      fact: `${words}.`,
      detail: `It keeps quality ${link.quality}, which is out of order there.`,
      action: {
        words: `Set ${fitting} to fit`,
        keys: ['F'],
        run: () => fitPlace(latest.current.findIndex(({ key }) => key === link.key))
      }
    }
    desk.voice.notify(offered.current)
  }

  return { fitPlace, moved }
}
