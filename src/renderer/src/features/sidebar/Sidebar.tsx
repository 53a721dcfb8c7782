import { useDesk, useDeskState } from '../../state/desk-context'
import { IconButton } from '../../ui/IconButton'
import { FacetList } from './FacetList'
import { LibraryMenu } from './LibraryMenu'
import styles from './Sidebar.module.css'
import { ViewList } from './ViewList'

type SidebarProps = { readonly isRail: boolean }

/** The left pane: which library, which stories of it, and the values they can be narrowed to. */
export function Sidebar({ isRail }: SidebarProps) {
  const desk = useDesk()
  const topics = useDeskState(
    (each) => each.overview,
    ({ facets }) => facets.topic
  )
  const providers = useDeskState(
    (each) => each.overview,
    ({ facets }) => facets.provider
  )
  const fold = (
    <IconButton
      icon="sidebar"
      label={isRail ? 'Show the sidebar' : 'Fold the sidebar'}
      onPress={() => desk.settings.setState({ sidebar: isRail ? 'open' : 'rail' })}
    />
  )
  return (
    <nav className={styles.sidebar} aria-label="Views" data-rail={isRail || undefined}>
      <div className={styles.head}>
        {!isRail && <LibraryMenu />}
        {fold}
      </div>
      <div className={styles.body}>
        <ViewList isRail={isRail} />
        {!isRail && <FacetList field="topic" title="Topics" values={topics} atFirst={6} />}
        {!isRail && <FacetList field="provider" title="Providers" values={providers} atFirst={6} />}
      </div>
    </nav>
  )
}
