import { lazyScreen } from '../../state/lazy-screen'

export const BranchState = lazyScreen(() =>
  import('./BranchState').then((module) => module.BranchState)
)
