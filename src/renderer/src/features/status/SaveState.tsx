import { useDeskState } from '../../state/desk-context'
import { countOf } from '../../state/story-words'
import { Icon } from '../../ui/Icon'
import styles from './StatusBar.module.css'

/** Whether everything that was changed here is in the files. */
export function SaveState() {
  const edits = useDeskState(
    (desk) => desk.edits.store,
    (state) => state.edits
  )
  const lists = useDeskState(
    (desk) => desk.listEdits.store,
    ({ links, topics }) => links.length + topics.length
  )
  const all = [...edits.values()]
  const choices = all.filter(({ trouble }) => trouble?.kind === 'conflict').length
  const unsaved = all.filter(
    ({ trouble }) => trouble !== null && trouble.kind !== 'conflict'
  ).length
  const isSaving = lists > 0 || all.some(({ sending }) => sending)

  if (unsaved > 0) {
    return (
      <span className={styles.trouble}>
        <Icon name="problem" size={13} />
        {countOf(unsaved, 'change', 'changes')} not saved
      </span>
    )
  }
  if (choices > 0) {
    const words =
      choices === 1 ? '1 field needs your choice.' : `${choices} fields need your choice.`
    return (
      <span className={styles.choice}>
        <Icon name="conflict" size={13} />
        {words} Everything else is saved.
      </span>
    )
  }
  return (
    <span className={styles.saved} data-saving={isSaving || undefined}>
      <Icon name="check" size={13} />
      {isSaving ? 'Saving' : 'All changes saved'}
    </span>
  )
}
