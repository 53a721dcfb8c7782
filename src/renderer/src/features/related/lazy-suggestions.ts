import { lazyScreen } from '../../state/lazy-screen'

export const Suggestions = lazyScreen(() =>
  import('./Suggestions').then((module) => module.Suggestions)
)
