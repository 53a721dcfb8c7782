import type { ReactNode } from 'react'
import { useDeskState } from '../../state/desk-context'
import { useCaughtFocus } from '../../state/use-caught-focus'
import { ListEdge } from './ListEdge'
import { ListHead } from './ListHead'
import styles from './ListPane.module.css'
import { ListStates } from './ListStates'
import { SearchBox } from './SearchBox'
import { StoryGrid } from './StoryGrid'

type ListPaneProps = {
  /** What floats above the foot of the list while stories are selected. */
  readonly floating: ReactNode
}

/** The middle pane: search, what it is narrowed to, and the stories. */
export function ListPane({ floating }: ListPaneProps) {
  useCaughtFocus()
  const isProblems = useDeskState(
    (desk) => desk.view,
    ({ name }) => name === 'problems'
  )
  const hasRows = useDeskState(
    (desk) => desk.list,
    ({ rows }) => rows.length > 0
  )
  return (
    <section className={styles.pane} aria-label={isProblems ? 'Problems' : 'List'}>
      <SearchBox />
      <ListHead />
      {hasRows ? (
        <StoryGrid />
      ) : (
        <div
          className={styles.none}
          role="group"
          aria-label="Nothing listed"
          tabIndex={-1}
          data-focus-place="list"
        >
          <ListStates />
        </div>
      )}
      {floating}
      <ListEdge />
    </section>
  )
}
