import type { SavedView } from '#shared/library/saved-view'
import { useDesk, useDeskState } from '../../state/desk-context'
import { deleteView, isChangedView, showSaved, updateView } from '../../state/saved-views'
import type { View } from '../../state/view-store'
import { Icon } from '../../ui/Icon'
import { MenuButton } from '../../ui/MenuButton'
import { MenuChoice } from '../../ui/MenuChoice'
import styles from './SideRow.module.css'

/** The searches that the library keeps by name, with what they find. */
export function SavedViews() {
  const views = useDeskState(
    (desk) => desk.library,
    ({ state }) => state.views
  )
  if (views === undefined || views.length === 0) return null
  return (
    <section aria-labelledby="saved-views">
      <h2 className={styles.title} id="saved-views">
        Saved views
      </h2>
      <ul className={styles.rows}>
        {views.map((view) => (
          <SavedViewRow key={view.name} view={view} />
        ))}
      </ul>
    </section>
  )
}

function SavedViewRow({ view }: { readonly view: SavedView }) {
  const desk = useDesk()
  const count = useDeskState(
    (each) => each.overview,
    ({ views }) => views.get(view.name) ?? 0
  )
  const shown = useDeskState((each) => each.view, stateOfView(view.name))
  return (
    <li className={styles.saved}>
      <button
        type="button"
        className={styles.row}
        aria-current={shown === 'off' ? undefined : 'page'}
        title={`${view.name}: ${view.query === '' ? 'all stories' : view.query}`}
        onClick={() => showSaved(desk, view)}
      >
        <Icon name="view" />
        <span className={styles.words} dir="auto">
          {view.name}
        </span>
        <span className={styles.count}>
          {shown === 'changed' ? 'changed' : count.toLocaleString('en')}
        </span>
      </button>
      <MenuButton
        label={`More for ${view.name}`}
        className={styles.menu}
        face={<Icon name="more" size={14} />}
      >
        {shown === 'changed' && (
          <MenuChoice
            id="update"
            text="Save the changes"
            onAction={() => void updateView(desk, view)}
          />
        )}
        <MenuChoice
          id="rename"
          text="Rename…"
          onAction={() => desk.naming.setState({ naming: { kind: 'rename', view } })}
        />
        <MenuChoice id="delete" text="Delete" onAction={() => void deleteView(desk, view)} />
      </MenuButton>
    </li>
  )
}

const stateOfView =
  (name: string) =>
  (view: View): 'off' | 'shown' | 'changed' => {
    if (view.saved?.view.name !== name) return 'off'
    return isChangedView(view) ? 'changed' : 'shown'
  }
