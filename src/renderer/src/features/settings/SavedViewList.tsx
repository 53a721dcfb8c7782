import { useEffect, useRef, useState } from 'react'
import type { SavedView } from '#shared/library/saved-view'
import { useDesk, useDeskState } from '../../state/desk-context'
import { moveView } from '../../state/order-views'
import { deleteView } from '../../state/saved-views'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { SettingRow } from './SettingRow'
import styles from './SettingsDialog.module.css'

const NONE: readonly SavedView[] = []

/** The searches that the library keeps by name: their order, their names, and which of them there are. */
export function SavedViewList() {
  const views = useDeskState(
    (each) => each.library,
    ({ state }) => state.views ?? NONE
  )
  const [why, setWhy] = useState<string | null>(null)
  return (
    <SettingRow
      label="Saved views"
      {...(views.length === 0 && { help: 'None yet: a search can be saved above its list.' })}
      why={why}
    >
      <ol className={styles.views} aria-label="Saved views">
        {views.map((view, at) => (
          <ViewRow
            key={view.name}
            view={view}
            at={at}
            isLast={at === views.length - 1}
            onTrouble={setWhy}
          />
        ))}
      </ol>
    </SettingRow>
  )
}

type ViewRowProps = {
  readonly view: SavedView
  /** Its place in the list, from 0. */
  readonly at: number
  readonly isLast: boolean
  readonly onTrouble: (why: string | null) => void
}

function ViewRow({ view, at, isLast, onTrouble }: ViewRowProps) {
  const desk = useDesk()
  const row = useRef<HTMLLIElement>(null)
  const moved = useRef<-1 | 1 | null>(null)
  // A row that is put elsewhere loses the focus, and the next press is meant for the same button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is when it was put elsewhere
  useEffect(() => {
    row.current?.querySelector<HTMLElement>(`[data-by="${moved.current}"]`)?.focus()
    moved.current = null
  }, [at])

  async function move(by: -1 | 1) {
    moved.current = by
    const why = await moveView(desk, view, by)
    if (why !== null) moved.current = null
    onTrouble(why)
  }

  return (
    <li ref={row} className={styles.view}>
      <span className={styles.viewWords}>
        <span dir="auto">{view.name}</span>
        <span className={styles.query}>{view.query === '' ? 'all stories' : view.query}</span>
      </span>
      <IconButton
        icon="arrow"
        label={`Move ${view.name} up`}
        aria-disabled={at === 0}
        data-by={-1}
        onPress={() => void move(-1)}
      />
      <IconButton
        icon="arrow"
        turn={180}
        label={`Move ${view.name} down`}
        aria-disabled={isLast}
        data-by={1}
        onPress={() => void move(1)}
      />
      <Button
        look="quiet"
        aria-label={`Rename ${view.name}`}
        onPress={() => desk.naming.setState({ naming: { kind: 'rename', view } })}
      >
        Rename…
      </Button>
      <IconButton
        icon="trash"
        label={`Delete ${view.name}`}
        onPress={() => void deleteView(desk, view)}
      />
    </li>
  )
}
