import { useState } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { keepOne, pairsToCompare } from '../../state/duplicate-pairs'
import { focusPlaceSoon } from '../../state/focus-place'
import { countOf, fileName } from '../../state/story-words'
import { CompareDialog, NothingToCompare } from './CompareDialog'
import { CompareSides } from './CompareSides'

/** Two stories that are one report side by side, to keep one of them on the site, or both. */
export function CompareStories() {
  const desk = useDesk()
  const [start] = useState(() => desk.view.getState().current)
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const library = useDeskState(
    (each) => each.library,
    (state) => state
  )
  const pairs = pairsToCompare(library, start).filter(({ key }) => !settled.has(key))
  const [pair] = pairs

  function close() {
    desk.window.setState({ dialog: 'none' })
    focusPlaceSoon('list')
  }

  if (pair === undefined) {
    return <NothingToCompare title="No story is the same report as another" onClose={close} />
  }
  const { key, a, b, why } = pair

  function goOn(said: string) {
    const left = pairs.length - 1
    setSettled(new Set([...settled, key]))
    desk.voice.announce(left === 0 ? `${said}. No duplicates left` : `${said}. ${left} more`)
    if (left === 0) close()
  }
  const keep = (other: Story) => goOn(keepOne(desk, other))

  return (
    <CompareDialog
      title={why}
      foot={footWords(a, b, pairs.length)}
      ways={[
        { words: 'Keep this one', name: 'Keep this one: first story', onPress: () => keep(b) },
        { words: 'Keep this one', name: 'Keep this one: second story', onPress: () => keep(a) }
      ]}
      onKeepBoth={() => goOn('Both kept')}
      onClose={close}
    >
      <CompareSides
        left={{ name: 'First story', facts: a }}
        right={{ name: 'Second story', facts: b }}
        more={STORY_ROWS}
      />
    </CompareDialog>
  )
}

const STORY_ROWS: readonly { readonly label: string; readonly say: (story: Story) => string }[] = [
  { label: 'Site', say: ({ onSite }) => (onSite ? 'On the site' : 'Not on the site') },
  { label: 'Heat', say: ({ heat }) => String(heat ?? '–') },
  { label: 'Links', say: ({ links }) => String(links) },
  { label: 'Topics', say: ({ topics }) => topics.join(', ') },
  { label: 'File', say: ({ id }) => fileName(id) }
]

function footWords(a: Story, b: Story, left: number): string {
  const many = `${countOf(left, 'pair', 'pairs')} to look at.`
  if (!a.onSite && !b.onSite) return `${many} Neither is on the site.`
  if (a.onSite !== b.onSite) {
    const [online, other] = a.onSite ? ['first', 'second'] : ['second', 'first']
    return `${many} Only the ${online} is on the site: keeping the ${other} takes it off.`
  }
  return `${many} The other one is unpublished, and Undo brings it back.`
}
