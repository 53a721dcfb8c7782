import type { ReactNode } from 'react'
import { useDeskState } from '../../state/desk-context'
import { Empty } from '../../ui/Empty'
import { StoryBar } from './StoryBar'
import { StoryEditor } from './StoryEditor'
import styles from './StoryPane.module.css'

type StoryPaneProps = {
  /** The open story's links. */
  readonly related: ReactNode
  /** What stands here instead of fields for a story that cannot be edited. */
  readonly verdict: ReactNode
  readonly notices: ReactNode
}

/** The right pane: the open story. */
export function StoryPane({ related, verdict, notices }: StoryPaneProps) {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  const isChoosable = useDeskState(
    (desk) => desk.library,
    ({ app, stories }) => app === 'ready' && stories.size > 0
  )
  return (
    <section className={styles.pane} aria-label="Story">
      <StoryBar />
      {/* A new story starts at its top, so it gets a scroller of its own. */}
      <div className={styles.scroller} key={current}>
        {story === undefined && isChoosable && (
          <Empty icon="stories" fact="No story is open." help="Choose one from the list." />
        )}
        {story !== undefined && story.problem !== null && verdict}
        {story !== undefined && story.problem === null && (
          <div className={styles.columns}>
            <StoryEditor story={story} />
            {related}
          </div>
        )}
      </div>
      {notices}
    </section>
  )
}
