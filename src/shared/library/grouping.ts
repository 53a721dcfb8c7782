/** What a list can be grouped by. `topic`: by the first topic of each story, so that none stands twice. */
export const GROUPINGS = ['provider', 'topic', 'month'] as const
export type Grouping = (typeof GROUPINGS)[number]
