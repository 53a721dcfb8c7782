import { useDeskState } from '../../state/desk-context'
import { saveState } from '../../state/save-state'
import { Icon, type IconName } from '../../ui/Icon'
import styles from './StatusBar.module.css'

/** Whether everything that was changed here is in the files. */
export function SaveState() {
  const edits = useDeskState(
    (desk) => desk.edits.store,
    (state) => state
  )
  const lists = useDeskState(
    (desk) => desk.listEdits.store,
    (state) => state
  )
  const isAnswered = useDeskState(
    (desk) => desk.library,
    ({ connected }) => connected
  )
  const { kind, words } = saveState(edits, lists, isAnswered)
  return (
    <span className={styles.save} data-kind={kind}>
      <Icon name={ICONS[kind]} size={13} />
      {words}
    </span>
  )
}

const ICONS: { readonly [kind in ReturnType<typeof saveState>['kind']]: IconName } = {
  unsaved: 'problem',
  choice: 'conflict',
  saving: 'check',
  saved: 'check'
}
