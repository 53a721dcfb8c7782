import { useDeskState } from '../../state/desk-context'
import { lazyScreen } from '../../state/lazy-screen'

export const CompareStories = lazyScreen(() =>
  import('./CompareStories').then((module) => module.CompareStories)
)
const DuplicateNote = lazyScreen(() =>
  import('./DuplicateNote').then((module) => module.DuplicateNote)
)

/** What is said of the open story if another one is the same report. */
export function Duplicates() {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories, duplicates }) =>
      current !== null && duplicates.has(current) ? stories.get(current) : undefined
  )
  return story === undefined ? null : <DuplicateNote story={story} />
}
