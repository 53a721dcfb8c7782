import { type KeyboardEvent, useState } from 'react'
import type { Link, LinkKey, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { focusPlaceSoon } from '../../state/focus-place'
import type { Repeat } from '../../state/link-marks'
import type { LinkOp } from '../../state/link-ops'
import { countOf } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Caps } from '../../ui/Keys'
import styles from './CompareLinks.module.css'
import { CompareSides } from './CompareSides'
import { linkTitle } from './link-words'

type CompareLinksProps = {
  readonly story: Story
  readonly links: readonly Link[]
  readonly repeats: ReadonlyMap<number, Repeat>
  readonly onOp: (op: LinkOp) => void
}

/**
 * A link beside the link or the story that it repeats, to keep one of them or both. The link that has the focus comes
 * first, then those that are left.
 */
export function CompareLinks({ story, links, repeats, onOp }: CompareLinksProps) {
  const desk = useDesk()
  const [start] = useState(() => desk.window.getState().atLink?.link)
  const [kept, setKept] = useState<ReadonlySet<LinkKey>>(new Set())
  const pairs = [...repeats].flatMap(([index, repeat]) => {
    const link = links[index]
    return link === undefined || kept.has(link.key) ? [] : [{ index, link, ...repeat }]
  })
  const pair = pairs.find(({ link }) => link.key === start) ?? pairs[0]

  function close() {
    desk.window.setState({ dialog: 'none' })
    focusPlaceSoon('related')
  }

  function goOn(said: string) {
    const left = pairs.length - 1
    desk.voice.announce(left === 0 ? `${said}. No duplicates left` : `${said}. ${left} more`)
    if (left === 0) close()
  }

  function remove(link: Link) {
    onOp({ kind: 'remove', link: link.key })
    goOn(`${linkTitle(link)}, removed`)
  }

  if (pair === undefined) return <NoDuplicates onClose={close} />
  const { link, index, of } = pair
  const other = of === null ? null : (links[of] ?? null)

  function keepBoth() {
    setKept(new Set([...kept, link.key]))
    goOn('Both kept')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '1') remove(link)
    else if (event.key === '2' && other !== null) remove(other)
    else if (event.key === '3') keepBoth()
    else return
    event.preventDefault()
  }

  const name = other === null ? 'This story' : `Link ${(of ?? 0) + 1}`
  return (
    <Dialog title={pair.words} size="large" onClose={close}>
      <div className={styles.body} role="group" aria-label="Choose" onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long texts are scrolled by keyboard too */}
        <div className={styles.scroller} tabIndex={0} role="region" aria-label="Side by side">
          <CompareSides
            left={{ name, facts: other ?? story }}
            right={{ name: `Link ${index + 1}`, facts: link }}
          />
        </div>
        <div className={styles.ways}>
          <Button
            autoFocus
            {...(other !== null && { 'aria-label': `Keep this one: ${name}` })}
            onPress={() => remove(link)}
          >
            {other === null ? 'Keep the story only' : 'Keep this one'}
            <Caps keys={['1']} />
          </Button>
          {other !== null && (
            <Button aria-label={`Keep this one: link ${index + 1}`} onPress={() => remove(other)}>
              Keep this one
              <Caps keys={['2']} />
            </Button>
          )}
        </div>
        <footer className={styles.foot}>
          <span>{countOf(pairs.length, 'pair', 'pairs')} to look at</span>
          <Button look="quiet" onPress={keepBoth}>
            Keep both
            <Caps keys={['3']} />
          </Button>
        </footer>
      </div>
    </Dialog>
  )
}

function NoDuplicates({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="No link repeats another" size="small" onClose={onClose}>
      <footer className={styles.foot}>
        <span>Nothing is left to compare.</span>
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      </footer>
    </Dialog>
  )
}
