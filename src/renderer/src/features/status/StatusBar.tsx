import { useDeskState } from '../../state/desk-context'
import { goingWords } from '../../state/key-sequence'
import { capsNow } from '../../state/single-keys'
import { Icon } from '../../ui/Icon'
import { BranchState } from './lazy-branch'
import { ReviewProgress } from './ReviewProgress'
import { SaveState } from './SaveState'
import styles from './StatusBar.module.css'

/** The line at the foot: whether everything is saved, and whether outside changes will be seen. */
export function StatusBar() {
  const { phase, watching } = useDeskState(
    (desk) => desk.library,
    ({ state }) => state
  )
  const isAnswered = useDeskState(
    (desk) => desk.library,
    ({ connected }) => connected
  )
  const merged = useDeskState(
    (desk) => desk.outside,
    ({ words }) => words
  )
  return (
    <footer className={styles.bar}>
      {phase === 'closed' ? <span>Storydesk</span> : <SaveState />}
      {phase === 'open' && <BranchState />}
      {merged !== null && (
        <span>
          <Icon name="merge" size={13} />
          {merged}
        </span>
      )}
      <span className={styles.space} />
      {phase === 'away' && (
        <span className={styles.trouble}>
          <Icon name="problem" size={13} />
          The folder is not there
        </span>
      )}
      {phase === 'open' && isAnswered && <span>{WATCHING[watching]}</span>}
      {phase === 'open' && <ReviewProgress />}
      <KeyHint />
    </footer>
  )
}

/** What the key that was pressed waits for, else where all keys stand. */
function KeyHint() {
  const prefix = useDeskState(
    (desk) => desk.window,
    (window) => window.prefix
  )
  const keys = useDeskState(
    (desk) => desk.settings,
    (settings) => settings
  )
  const [help] = capsNow(['?'], keys)
  if (prefix === null && help === undefined) return null
  return (
    <span className={styles.keys} data-waiting={prefix !== null || undefined}>
      <Icon name="keyboard" size={14} />
      {prefix === null ? `Press ${help} for all keys` : goingWords(prefix, keys)}
    </span>
  )
}

const WATCHING = {
  events: 'Watching the folder',
  polling: 'Looking at the folder now and then',
  off: 'Not watching the folder'
} as const
