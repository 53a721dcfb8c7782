import { useDesk, useDeskState } from '../../state/desk-context'
import { showView } from '../../state/story-actions'
import type { ViewName } from '../../state/view-store'
import { Icon, type IconName } from '../../ui/Icon'
import styles from './SideRow.module.css'

const VIEWS: readonly {
  readonly name: ViewName
  readonly icon: IconName
  readonly words: string
}[] = [
  { name: 'inbox', icon: 'inbox', words: 'Inbox' },
  { name: 'all', icon: 'stories', words: 'All stories' },
  { name: 'published', icon: 'published', words: 'Published' },
  { name: 'unpublished', icon: 'unpublished', words: 'Unpublished' },
  { name: 'held', icon: 'held', words: 'Held' },
  { name: 'problems', icon: 'problem', words: 'Problems' }
]

/** The views of the library. Their glyphs are the legend of the whole desk. */
export function ViewList({ isRail }: { readonly isRail: boolean }) {
  const desk = useDesk()
  const shown = useDeskState(
    (each) => each.view,
    ({ name }) => name
  )
  const counts = useDeskState(
    (each) => each.list,
    (list) => list.counts
  )
  return (
    <ul className={styles.rows}>
      {VIEWS.map(({ name, icon, words }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.row}
            aria-current={shown === name ? 'page' : undefined}
            aria-label={isRail ? `${words} ${counts[name]}` : undefined}
            title={isRail ? `${words}, ${counts[name].toLocaleString('en')}` : undefined}
            data-view={name}
            data-rail={isRail || undefined}
            data-any={counts[name] > 0 || undefined}
            onClick={() => showView(desk, name)}
          >
            <Icon name={icon} />
            {!isRail && <span className={styles.words}>{words}</span>}
            {!isRail && <span className={styles.count}>{counts[name].toLocaleString('en')}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
