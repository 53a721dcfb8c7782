import { useDesk } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { chooseFolder, openSample } from '../../state/library-actions'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { Mark } from './Mark'
import { RecentFolders } from './RecentFolders'
import styles from './Welcome.module.css'

const PROMISES = [
  ['Only what you change', 'Every other byte of the file stays as it was.'],
  ['Everything can be undone', 'Across stories, and byte for byte.'],
  ['Stays on this computer', 'No account, nothing sent anywhere.']
] as const

/** What stands in the window while no folder is open. */
export function Welcome() {
  const desk = useDesk()
  return (
    <main className={styles.welcome}>
      <div className={styles.page}>
        <Mark />
        <h1 className={styles.title}>Open a folder of stories</h1>
        <p className={styles.lead}>
          Storydesk works on Markdown files with front matter, such as the <code>_news</code> folder
          of a Jekyll site. The files stay where they are, and nothing is written until you change
          something.
        </p>
        <div className={styles.ways}>
          <Button look="primary" onPress={() => void chooseFolder(desk)}>
            Open folder
            <Keys keys={[chordCap(), 'O']} />
          </Button>
          <Button onPress={() => void openSample(desk)}>Try the example library</Button>
        </div>
        <RecentFolders />
        <ul className={styles.promises}>
          {PROMISES.map(([title, text]) => (
            <li key={title}>
              <b>{title}</b>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
