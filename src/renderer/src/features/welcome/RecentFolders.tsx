import type { RecentFolder } from '#shared/contract/contract'
import { useDesk, useDeskState } from '../../state/desk-context'
import { openFolder } from '../../state/library-actions'
import { countOf, folderName } from '../../state/story-words'
import { Icon } from '../../ui/Icon'
import styles from './RecentFolders.module.css'

/** Folders that were open before, with what they held then. */
export function RecentFolders() {
  const desk = useDesk()
  const folders = useDeskState(
    (each) => each.recent,
    (recent) => recent.folders
  )
  if (folders.length === 0) return null
  return (
    <section className={styles.recent} aria-labelledby="recent-folders">
      <h2 className={styles.title} id="recent-folders">
        Recent
      </h2>
      <ul>
        {folders.map((each) => (
          <li key={each.folder}>
            <button
              type="button"
              className={styles.row}
              onClick={() => void openFolder(desk, each.folder)}
            >
              <Icon name="folder" />
              <span className={styles.words}>
                <span className={styles.name}>{folderName(each.folder)}</span>
                <span className={styles.path}>{each.folder}</span>
              </span>
              <span className={styles.count}>
                <Held recent={each} />
              </span>
              <Icon name="chevron" turn={270} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `312 stories, 2 problems` when it was open last; or that it cannot be found now. */
function Held({ recent: { stories, problems, isThere } }: { readonly recent: RecentFolder }) {
  if (!isThere) return 'not found'
  return (
    <>
      {countOf(stories, 'story', 'stories')}
      {problems > 0 && (
        <>
          , <span className={styles.problems}>{countOf(problems, 'problem', 'problems')}</span>
        </>
      )}
    </>
  )
}
