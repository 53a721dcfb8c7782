import type { ReactNode } from 'react'
import { explainUnreadable } from '#shared/library/library-error'
import { useDeskState } from '../../state/desk-context'
import { Icon } from '../../ui/Icon'
import styles from './ConnectionBanner.module.css'

/** Says that the host does not answer, or what of the folder is not there; goes away when that is over. */
export function ConnectionBanner() {
  const connected = useDeskState(
    (desk) => desk.library,
    (library) => library.connected
  )
  const refused = useDeskState(
    (desk) => desk.library,
    (library) => library.refused
  )
  const { phase, folder, unreadable } = useDeskState(
    (desk) => desk.library,
    ({ state }) => state
  )
  const hasRows = useDeskState(
    (desk) => desk.library,
    ({ stories }) => stories.size > 0
  )
  if (refused) {
    return (
      <Banner fact="Storydesk was started again.">
        Open the address it printed: then this page goes on as well, and nothing you typed is lost.
      </Banner>
    )
  }
  if (!connected) {
    return (
      <Banner fact="Storydesk does not answer.">
        What you see may be old. It is tried again by itself, and nothing you typed is lost.
      </Banner>
    )
  }
  // Without any rows the list itself says so.
  if (!hasRows) return null
  if (phase === 'away') {
    return (
      <Banner fact={`The folder ${folder} is not there.`}>
        Its drive may be offline. Storydesk looks again by itself.
      </Banner>
    )
  }
  if (unreadable.length === 0) return null
  const { fact, help } = explainUnreadable(unreadable)
  return <Banner fact={fact}>{help}</Banner>
}

function Banner({ fact, children }: { readonly fact: string; readonly children: ReactNode }) {
  return (
    <p className={styles.banner} role="alert">
      <Icon name="problem" size={14} />
      <span>
        <b>{fact}</b> {children}
      </span>
    </p>
  )
}
