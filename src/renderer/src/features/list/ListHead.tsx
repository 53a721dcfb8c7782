import { useDesk, useDeskState } from '../../state/desk-context'
import { onSite } from '../../state/on-site'
import { canSaveView } from '../../state/saved-views'
import { IconButton } from '../../ui/IconButton'
import { FilterChips } from './FilterChips'
import styles from './ListHead.module.css'
import { FixMenu } from './lazy-fix-menu'
import { SortMenu } from './SortMenu'

/** What the list is narrowed to, how many stories are left of how many, and their order. */
export function ListHead() {
  const isProblems = useDeskState(
    (each) => each.view,
    ({ name }) => name === 'problems'
  )
  return (
    <div className={styles.head}>
      <FilterChips />
      <SaveAsView />
      <ListCount />
      {isProblems ? <FixMenu /> : <SortMenu />}
    </div>
  )
}

/** Offers to keep what the list is narrowed to, unless it is kept already. */
function SaveAsView() {
  const desk = useDesk()
  const canSave = useDeskState((each) => each.view, canSaveView)
  if (!canSave) return null
  return (
    <IconButton
      icon="view"
      label="Save as view"
      onPress={() => desk.naming.setState({ naming: { kind: 'save' } })}
    />
  )
}

/** `312 of 6,241`: what is shown, of all stories; and of those on the site, how many are there by mistake. */
function ListCount() {
  const rows = useDeskState(
    (desk) => desk.list,
    (list) => list.rows
  )
  const isPublished = useDeskState(
    (desk) => desk.view,
    ({ name }) => name === 'published'
  )
  const all = useDeskState(
    (desk) => desk.list,
    ({ counts }) => counts.all
  )
  const mistakes = isPublished ? onSite(rows).byMistake : 0
  return (
    <p className={styles.count}>
      <b>{rows.length.toLocaleString('en')}</b> of {all.toLocaleString('en')}
      {mistakes > 0 && (
        <>
          ,{' '}
          <span className={styles.mistakes} title="Jekyll publishes what it cannot read">
            {mistakes.toLocaleString('en')} by mistake
          </span>
        </>
      )}
    </p>
  )
}
