import { lazyScreen } from '../../state/lazy-screen'

export const CompareLinks = lazyScreen(() =>
  import('./CompareLinks').then((module) => module.CompareLinks)
)
