import type { SavedView } from '#shared/library/saved-view'

/** Whether the library keeps the same views in the same order. Every event carries them anew, mostly unchanged. */
export const sameViews = (
  a: readonly SavedView[] | undefined,
  b: readonly SavedView[] | undefined
): boolean => a === b || JSON.stringify(a ?? []) === JSON.stringify(b ?? [])
