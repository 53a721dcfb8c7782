import { lazyScreen } from '../../state/lazy-screen'

export const Insights = lazyScreen(() => import('./Insights').then((module) => module.Insights))
