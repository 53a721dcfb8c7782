import { useDeskState } from '../../state/desk-context'
import styles from './WorstProblems.module.css'

/** What `storydesk.yml` says and cannot hold, with its line. */
export function SettingsProblems() {
  const problems = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.settingsProblems
  )
  return problems?.map(({ line, message }) => (
    <li key={`${line} ${message}`} className={styles.problem} title={message}>
      <span className={styles.name}>storydesk.yml</span>
      <span className={styles.why}>
        Line {line}: {message}
      </span>
    </li>
  ))
}
