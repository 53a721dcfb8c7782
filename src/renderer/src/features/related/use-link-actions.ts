import { type RefObject, useMemo, useRef } from 'react'
import type { Link } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { webAddress } from '#shared/story/web-address'
import { useDesk } from '../../state/desk-context'
import { type LinkOp, moveOp, moveTo } from '../../state/link-ops'
import { countOf } from '../../state/story-words'
import { linkTitle } from './link-words'
import { useFitOffer } from './use-fit-offer'
import type { LinkActions } from './use-link-row'
import type { OpenLinkState } from './use-open-link'
import { useRowFocus } from './use-row-focus'

type LinkActionsParts = {
  readonly grid: RefObject<HTMLElement | null>
  readonly story: StoryId
  readonly links: readonly Link[]
  readonly opened: OpenLinkState
  readonly onOp: (op: LinkOp) => void
}

type Moved = { readonly op: LinkOp; readonly index: number } | null

/** Everything that buttons, keys and drags do to the links of a list, with the focus and the words that follow. */
export function useLinkActions({ grid, story, links, opened, onOp }: LinkActionsParts) {
  const desk = useDesk()
  const { active, setActive, follow, go } = useRowFocus(grid, links.length)

  const offer = useFitOffer(story, links)

  function carryOut(moved: Moved, from: number): boolean {
    const link = links[from]
    if (moved === null || link === undefined) return false
    follow(moved.index)
    onOp(moved.op)
    offer.moved(moved.op, moved.index)
    return true
  }

  function remove(index: number) {
    const link = links[index]
    if (link === undefined) return
    follow(Math.min(index, links.length - 2))
    onOp({ kind: 'remove', link: link.key })
    const left = countOf(links.length - 1, 'link', 'links')
    desk.voice.announceDone(`${linkTitle(link)}, removed. ${left} left`)
  }

  /** Commands from elsewhere work on this link from now on. */
  function stand(index: number) {
    const link = links[index]
    if (link === undefined) return
    desk.window.setState({ atLink: { story, link: link.key } })
    desk.newFromDisk.see(link.key)
  }

  function close(index: number) {
    opened.close()
    go(index)
  }

  const now: LinkActions = {
    onMove: (index, move) => carryOut(moveOp(links, index, move), index),
    onPlace(index, place) {
      if (!carryOut(moveTo(links, index, place - 1), index)) go(index)
    },
    onRemove: remove,
    onFit: offer.fitPlace,
    onCompare(index) {
      stand(index)
      desk.window.setState({ dialog: 'compare-links' })
    },
    onElsewhere(index) {
      stand(index)
      desk.window.setState({ dialog: 'move-link' })
    },
    onPage(index) {
      const page = webAddress(links[index]?.webUrl ?? null)
      if (page === null) desk.voice.announce('The link has no address that can be opened.')
      else window.open(page.href, '_blank', 'noopener,noreferrer')
    },
    onActive(index) {
      stand(index)
      setActive(index)
    },
    onRow: (index, by) => go(Math.min(Math.max(index + by, 0), links.length - 1)),
    onOpen(index) {
      opened.open(index)
      go(index, 'title')
    },
    onClose: close
  }
  const latest = useRef(now)
  latest.current = now
  // Rows keep these for good, so that a move draws again only the rows between.
  const actions = useMemo(
    (): LinkActions => ({
      onMove: (...args) => latest.current.onMove(...args),
      onPlace: (...args) => latest.current.onPlace(...args),
      onRemove: (index) => latest.current.onRemove(index),
      onFit: (index) => latest.current.onFit(index),
      onCompare: (index) => latest.current.onCompare(index),
      onElsewhere: (index) => latest.current.onElsewhere(index),
      onPage: (index) => latest.current.onPage(index),
      onActive: (index) => latest.current.onActive(index),
      onRow: (...args) => latest.current.onRow(...args),
      onOpen: (index) => latest.current.onOpen(index),
      onClose: (index) => latest.current.onClose(index)
    }),
    []
  )
  const move = (from: number, to: number): void => {
    carryOut(moveTo(links, from, to), from)
  }
  return { active, actions, move, go }
}
