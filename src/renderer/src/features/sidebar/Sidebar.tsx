import { useDesk, useDeskState } from '../../state/desk-context'
import { monthWords } from '../../state/filters'
import { IconButton } from '../../ui/IconButton'
import { FacetList } from './FacetList'
import { LibraryMenu } from './LibraryMenu'
import { NameViewDialog } from './NameViewDialog'
import { QualityBrush } from './QualityBrush'
import { SavedViews } from './SavedViews'
import styles from './Sidebar.module.css'
import { ViewList } from './ViewList'

/** A type or category that all stories share tells nothing, so it is not offered. */
const FACETS = [
  { field: 'topic', title: 'Topics', atFirst: 6, least: 1 },
  { field: 'provider', title: 'Providers', atFirst: 6, least: 1 },
  { field: 'month', title: 'Months', atFirst: 3, least: 2, wordsOf: monthWords },
  { field: 'type', title: 'Types', atFirst: 3, least: 2 },
  { field: 'category', title: 'Categories', atFirst: 3, least: 2 }
] as const

type SidebarProps = { readonly isRail: boolean }

/** The left pane: which library, which stories of it, and the values they can be narrowed to. */
export function Sidebar({ isRail }: SidebarProps) {
  const desk = useDesk()
  const facets = useDeskState(
    (each) => each.overview,
    (overview) => overview.facets
  )
  const naming = useDeskState(
    (each) => each.naming,
    (state) => state.naming
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
        {!isRail && <SavedViews />}
        {!isRail && <QualityBrush />}
        {!isRail &&
          FACETS.filter(({ field, least }) => facets[field].length >= least).map(
            ({ least, ...facet }) => (
              <FacetList key={facet.field} {...facet} values={facets[facet.field]} />
            )
          )}
      </div>
      {naming !== null && <NameViewDialog naming={naming} />}
    </nav>
  )
}
