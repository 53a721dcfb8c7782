import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { pairsToCompare } from '../../state/duplicate-pairs'
import { rowTitle } from '../../state/story-words'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './DuplicateNote.module.css'

/** That another story is the same report as the open one, with the way to look at both. */
export function DuplicateNote({ story }: { readonly story: Story }) {
  const desk = useDesk()
  const library = useDeskState(
    (each) => each.library,
    (state) => state
  )
  const pairs = pairsToCompare(library, story.id)
  const [pair] = pairs.filter(({ a, b }) => a.id === story.id || b.id === story.id)
  if (pair === undefined) return null
  const other = pair.a.id === story.id ? pair.b : pair.a
  return (
    <p className={styles.note}>
      <Icon name="copies" size={14} />
      <span className={styles.words}>
        Same report as <b dir="auto">{rowTitle(other)}</b>
        {other.provider === null ? '' : `, ${other.provider}`}
        {other.onSite ? ', on the site' : ', not on the site'}
      </span>
      <Button
        look="quiet"
        aria-label="Compare duplicate stories"
        onPress={() => desk.window.setState({ dialog: 'compare-stories' })}
      >
        Compare
      </Button>
    </p>
  )
}
