import { useMemo, useState } from 'react'
import type { Story } from '#shared/story/story'
import { explain } from '#shared/story/story-error'
import { useDesk, useDeskState } from '../../state/desk-context'
import { type Repeat, repeatedLinks } from '../../state/link-marks'
import { applyLinkOps, type LinkOp } from '../../state/link-ops'
import { AddLink } from './AddLink'
import { CompareLinks } from './lazy-compare'
import { Suggestions } from './lazy-suggestions'
import { RelatedGrid } from './RelatedGrid'
import { RelatedHead } from './RelatedHead'
import styles from './RelatedPane.module.css'

/** The open story's related coverage, in the order of its file. */
export function RelatedPane() {
  const current = useDeskState(
    (each) => each.view,
    (view) => view.current
  )
  const story = useDeskState(
    (each) => each.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  return story === undefined ? null : <Related key={story.id} story={story} />
}

function Related({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const links = useLinks(story)
  const [sought, setSought] = useState<{ readonly index: number } | null>(null)
  const repeats = useMemo(
    () => (links === null ? new Map<number, Repeat>() : repeatedLinks(links, story)),
    [links, story]
  )
  const count = links?.length ?? story.links

  const change = (op: LinkOp) => void desk.listEdits.changeLinks(story.id, op)

  function seekRepeated() {
    const found = [...repeats.keys()]
    const next = found.find((index) => index > (sought?.index ?? -1)) ?? found[0]
    if (next !== undefined) setSought({ index: next })
  }

  const isComparing = useDeskState(
    (each) => each.window,
    ({ dialog }) => dialog === 'compare-links'
  )

  return (
    <section className={styles.pane} aria-label="Related">
      {isComparing && links !== null && (
        <CompareLinks story={story} links={links} repeats={repeats} onOp={change} />
      )}
      <RelatedHead
        links={links}
        count={count}
        repeated={repeats.size}
        onSort={() => void desk.listEdits.sortLinks(story.id)}
        onSeekRepeated={seekRepeated}
      />
      {links !== null && links.length > 0 && (
        <RelatedGrid story={story} links={links} repeats={repeats} sought={sought} onOp={change} />
      )}
      {links === null && count > 0 && <WhyUnread />}
      {count === 0 && (
        <p className={styles.empty} tabIndex={-1} data-focus-place="related">
          No related coverage yet.
        </p>
      )}
      {links !== null && <AddLink story={story} links={links} onOp={change} />}
      {links !== null && <Suggestions story={story} links={links} onOp={change} />}
    </section>
  )
}

/** Why the links are not here, once that is known. */
function WhyUnread() {
  const error = useDeskState(
    (desk) => desk.details.store,
    (details) => details.error
  )
  const isAway = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.phase === 'away'
  )
  if (error === null) return null
  return (
    <p className={styles.empty}>
      {isAway
        ? 'The links cannot be read: the folder is not there. They show when it is back.'
        : `The links cannot be read. ${explain(error)}`}
    </p>
  )
}

/** The links as they will be once all that was asked for is saved; `null` until they are read. */
function useLinks(story: Story) {
  const saved = useDeskState(
    (each) => each.details.store,
    ({ detail }) => (detail?.story.id === story.id ? detail.links : null)
  )
  const waiting = useDeskState(
    (each) => each.listEdits.store,
    (edits) => edits.links
  )
  return useMemo(() => {
    const ops = waiting.filter(({ id }) => id === story.id).map(({ op }) => op)
    return saved === null ? null : applyLinkOps(saved, ops)
  }, [saved, waiting, story.id])
}
