import type { Story } from '#shared/story/story'

/** What is online by accident comes before what merely cannot be edited. */
export const worstFirst = (stories: readonly Story[]): readonly Story[] => [
  ...stories.filter(({ onSite }) => onSite),
  ...stories.filter(({ onSite }) => !onSite)
]
