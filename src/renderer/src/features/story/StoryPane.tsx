import { type ReactNode, useDeferredValue } from 'react'
import { assertNever } from '#shared/result'
import type { Story } from '#shared/story/story'
import { useDeskState } from '../../state/desk-context'
import { Empty } from '../../ui/Empty'
import { AboveFields } from './AboveFields'
import { PreviewTab, SelectionPane, SourceTab } from './lazy-tabs'
import { StoryBar } from './StoryBar'
import { StoryEditor } from './StoryEditor'
import styles from './StoryPane.module.css'
import { STORY_PANEL, tabId } from './story-tabs'

type StoryPaneProps = {
  /** What is said about the open story: other stories that are the same report, what the checks find. */
  readonly findings: ReactNode
  /** The open story's links. */
  readonly related: ReactNode
  /** The open story's earlier versions. */
  readonly history: ReactNode
  /** What stands here instead of fields for a story that cannot be edited. */
  readonly verdict: ReactNode
  readonly notices: ReactNode
}

/** The right pane: the open story. */
export function StoryPane(props: StoryPaneProps) {
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
  const tab = useDeskState(
    (desk) => desk.window,
    (window) => window.tab
  )
  // The list shows at once what is selected; this pane may follow a frame later.
  const isSeveral = useDeferredValue(
    useDeskState(
      (desk) => desk.selection,
      ({ ids }) => ids.size > 1
    )
  )
  return (
    <section className={styles.pane} aria-label="Story">
      <StoryBar />
      {/* Another story and another tab start at their top, so they get a scroller of their own. */}
      <div
        className={styles.scroller}
        key={isSeveral ? 'selection' : `${tab} ${current}`}
        id={STORY_PANEL}
        role="tabpanel"
        aria-labelledby={tabId(tab)}
        // Nothing in a preview takes the focus, and yet the keyboard must be able to scroll it.
        {...((tab === 'preview' || isSeveral) && { tabIndex: 0 })}
      >
        {isSeveral && <SelectionPane />}
        {!isSeveral && story === undefined && isChoosable && (
          <Empty icon="stories" fact="No story is open." help="Choose one from the list." />
        )}
        {!isSeveral && story !== undefined && <Panel story={story} {...props} />}
      </div>
      {props.notices}
    </section>
  )
}

function Panel({
  story,
  findings,
  related,
  history,
  verdict
}: StoryPaneProps & { readonly story: Story }) {
  const tab = useDeskState(
    (desk) => desk.window,
    (window) => window.tab
  )
  switch (tab) {
    case 'story':
      if (story.problem !== null) return verdict
      return (
        <>
          <AboveFields>{findings}</AboveFields>
          <div className={styles.columns}>
            <StoryEditor story={story} />
            {related}
          </div>
        </>
      )
    case 'preview':
      return story.problem === null ? <PreviewTab story={story} /> : verdict
    case 'source':
      return <SourceTab story={story} />
    case 'history':
      return history
    default:
      return assertNever(tab)
  }
}
