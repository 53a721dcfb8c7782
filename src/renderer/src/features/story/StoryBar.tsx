import { useId } from 'react'
import { useDesk, useDeskState } from '../../state/desk-context'
import { chordCap } from '../../state/key-press'
import { travel } from '../../state/library-actions'
import { step } from '../../state/story-actions'
import { useTravelLabel } from '../../state/use-travel-label'
import { IconButton } from '../../ui/IconButton'
import { Keys } from '../../ui/Keys'
import styles from './StoryBar.module.css'
import { StoryTabs } from './StoryTabs'
import { ViewMenu } from './ViewMenu'

/** Where the open story stands in the list, undo and redo, and how the window looks. */
export function StoryBar() {
  const desk = useDesk()
  const isEmpty = useDeskState(
    (each) => each.list,
    ({ rows }) => rows.length === 0
  )
  return (
    <div className={styles.bar}>
      <span className={styles.back}>
        <IconButton
          icon="chevron"
          turn={90}
          label="Back to the list"
          keys={['Esc']}
          onPress={() => desk.window.setState({ showsStory: false })}
        />
      </span>
      <IconButton
        icon="chevron"
        turn={180}
        label="Previous story"
        keys={['K']}
        isDisabled={isEmpty}
        onPress={() => step(desk, -1)}
      />
      <IconButton
        icon="chevron"
        label="Next story"
        keys={['J']}
        isDisabled={isEmpty}
        onPress={() => step(desk, 1)}
      />
      <Place />
      <StoryTabs />
      <TravelButton direction="undo" />
      <TravelButton direction="redo" />
      <IconButton
        icon="changes"
        label="Changes"
        tip="What was changed since the start"
        onPress={() => desk.window.setState({ dialog: 'changes' })}
      />
      <span className={styles.rule} />
      <ViewMenu />
      <button
        type="button"
        className={styles.palette}
        aria-label="All commands"
        title="All commands"
        onClick={() => desk.window.setState({ dialog: 'palette' })}
      >
        <Keys keys={[chordCap(), 'K']} />
      </button>
    </div>
  )
}

/** `1 of 312`. */
function Place() {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const rows = useDeskState(
    (desk) => desk.list,
    (list) => list.rows
  )
  const index = rows.findIndex(({ id }) => id === current)
  if (index === -1) return null
  return (
    <span className={styles.place}>
      <b>{(index + 1).toLocaleString('en')}</b> of {rows.length.toLocaleString('en')}
    </span>
  )
}

function TravelButton({ direction }: { readonly direction: 'undo' | 'redo' }) {
  const desk = useDesk()
  const step = useTravelLabel(direction)
  const describedBy = useId()
  const label = direction === 'undo' ? 'Undo' : 'Redo'
  const shift = direction === 'undo' ? [] : ['Shift']
  return (
    <>
      <span id={describedBy} hidden>
        {step ?? `Nothing to ${direction}`}
      </span>
      <IconButton
        icon="undo"
        mirrored={direction === 'redo'}
        label={label}
        tip={step === null ? `Nothing to ${direction}` : `${label}: ${step}`}
        aria-describedby={describedBy}
        keys={[chordCap(), ...shift, 'Z']}
        isDisabled={step === null}
        onPress={() => void travel(desk, direction)}
      />
    </>
  )
}
