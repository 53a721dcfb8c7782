import { lazyScreen } from '../../state/lazy-screen'

export const PreviewTab = lazyScreen(() =>
  import('./PreviewTab').then((module) => module.PreviewTab)
)
export const SourceTab = lazyScreen(() => import('./SourceTab').then((module) => module.SourceTab))
