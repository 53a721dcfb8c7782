import { useLayoutEffect, useRef, useState } from 'react'
import type { Link } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { useDesk } from '../../state/desk-context'
import { indexAmong } from '../../state/link-ops'

/** Which link of a list is open, and how to open another. */
export type OpenLinkState = {
  /** The position of the open link (from 0), or `null`. */
  readonly index: number | null
  /** Stays the same as long as the same link is open, whatever becomes of its key. */
  readonly serial: number
  readonly open: (index: number) => void
  readonly close: () => void
}

/** The one link that is open for editing. It stays open while the list changes around it, and under a new address. */
export function useOpenLink(id: StoryId, links: readonly Link[]): OpenLinkState {
  const desk = useDesk()
  const [opened, setOpened] = useState<{
    readonly index: number
    readonly serial: number
    readonly links: readonly Link[]
  } | null>(null)

  if (opened !== null && opened.links !== links) {
    const index = indexAmong(opened.links, opened.index, links)
    setOpened(index === -1 ? null : { ...opened, index, links })
  }

  const key = opened === null ? null : (opened.links[opened.index]?.key ?? null)
  const serial = opened?.serial ?? 0
  const last = useRef({ key, serial })
  useLayoutEffect(() => {
    const before = last.current
    last.current = { key, serial }
    if (before.serial !== serial || before.key === null || key === null) return
    desk.edits.renameLink(id, before.key, key)
  }, [desk, id, key, serial])

  return {
    index: opened?.index ?? null,
    serial,
    open: (index) => setOpened({ index, links, serial: serial + 1 }),
    close: () => setOpened(null)
  }
}
