import { lazyScreen } from '../../state/lazy-screen'

export const NameViewDialog = lazyScreen(() =>
  import('./NameViewDialog').then((module) => module.NameViewDialog)
)
