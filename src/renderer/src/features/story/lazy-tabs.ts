import { lazyScreen } from '../../state/lazy-screen'

export const PreviewTab = lazyScreen(() =>
  import('./PreviewTab').then((module) => module.PreviewTab)
)
export const SourceTab = lazyScreen(() => import('./SourceTab').then((module) => module.SourceTab))
/** What stands in the place of a story while several are selected. */
export const SelectionPane = lazyScreen(() =>
  import('./SelectionPane').then((module) => module.SelectionPane)
)
