import { useDesk, useDeskState } from '../../state/desk-context'
import styles from './WorstProblems.module.css'

/** More would push the topics out of sight; the settings list them all. */
const MOST = 3

/** What `storydesk.yml` says and cannot hold, with its line. */
export function SettingsProblems() {
  const desk = useDesk()
  const problems = useDeskState(
    (each) => each.library,
    ({ state }) => state.settingsProblems
  )
  const left = (problems?.length ?? 0) - MOST
  return problems?.slice(0, MOST).map(({ line, message }, at) => (
    <li key={`${line} ${message}`}>
      <button
        type="button"
        className={styles.problem}
        title={message}
        onClick={() => desk.window.setState({ dialog: 'settings' })}
      >
        <span className={styles.name}>
          storydesk.yml{at === MOST - 1 && left > 0 && `, and ${left} more`}
        </span>
        <span className={styles.why}>
          Line {line}: {message}
        </span>
      </button>
    </li>
  ))
}
