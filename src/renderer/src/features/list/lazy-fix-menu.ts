import { lazyScreen } from '../../state/lazy-screen'

export const FixMenu = lazyScreen(() => import('./FixMenu').then((module) => module.FixMenu))
