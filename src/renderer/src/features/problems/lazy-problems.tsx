import { useDeskState } from '../../state/desk-context'
import { lazyScreen } from '../../state/lazy-screen'

const StoryFindings = lazyScreen(() =>
  import('./StoryFindings').then((module) => module.StoryFindings)
)

export const ProblemVerdict = lazyScreen(() =>
  import('./ProblemVerdict').then((module) => module.ProblemVerdict)
)

/** What the checks find in the open story; nothing for most stories. */
export function Findings() {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  const isAny = useDeskState(
    (desk) => desk.library,
    ({ findings }) => current !== null && findings.has(current)
  )
  return isAny && story !== undefined ? <StoryFindings key={story.id} story={story} /> : null
}
