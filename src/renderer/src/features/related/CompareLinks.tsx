import { useState } from 'react'
import type { Link, LinkKey, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { focusPlaceSoon } from '../../state/focus-place'
import type { Repeat } from '../../state/link-marks'
import type { LinkOp } from '../../state/link-ops'
import { countOf } from '../../state/story-words'
import { CompareDialog, NothingToCompare } from './CompareDialog'
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

  if (pair === undefined) {
    return <NothingToCompare title="No link repeats another" onClose={close} />
  }
  const { link, index, of } = pair
  const other = of === null ? null : (links[of] ?? null)

  function keepBoth() {
    setKept(new Set([...kept, link.key]))
    goOn('Both kept')
  }

  const name = other === null ? 'This story' : `Link ${(of ?? 0) + 1}`
  const ways =
    other === null
      ? [{ words: 'Keep the story only', onPress: () => remove(link) }]
      : [
          { words: 'Keep this one', name: `Keep this one: ${name}`, onPress: () => remove(link) },
          {
            words: 'Keep this one',
            name: `Keep this one: link ${index + 1}`,
            onPress: () => remove(other)
          }
        ]
  return (
    <CompareDialog
      title={pair.words}
      foot={`${countOf(pairs.length, 'pair', 'pairs')} to look at`}
      ways={ways}
      onKeepBoth={keepBoth}
      onClose={close}
    >
      <CompareSides
        left={{ name, facts: other ?? story }}
        right={{ name: `Link ${index + 1}`, facts: link }}
      />
    </CompareDialog>
  )
}
