import { useDeskState } from '../../state/desk-context'
import { Icon } from '../../ui/Icon'
import styles from './ConnectionBanner.module.css'

/** Says that the host does not answer; goes away when it does. */
export function ConnectionBanner() {
  const connected = useDeskState(
    (desk) => desk.library,
    (library) => library.connected
  )
  if (connected) return null
  return (
    <p className={styles.banner} role="alert">
      <Icon name="problem" size={14} />
      <b>Storydesk does not answer.</b> What you see may be old. It is tried again by itself, and
      nothing you typed is lost.
    </p>
  )
}
