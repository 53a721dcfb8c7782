import type { Story } from '../story/story'
import { monthOf } from './query-date'
import { fold } from './query-fold'
import { dateOf, rowOf } from './query-row'

/** One value and the number of stories that have it. Values that search calls equal count as one. */
export type FacetValue = { readonly value: string; readonly count: number }

/** How often each value occurs: most frequent first, months newest first. Missing and odd values are left out. */
export type Facets = {
  readonly topic: readonly FacetValue[]
  readonly provider: readonly FacetValue[]
  readonly type: readonly FacetValue[]
  readonly category: readonly FacetValue[]
  /** `true` and `false`. */
  readonly published: readonly FacetValue[]
  /** In UTC, e.g. `2020-05`; written into a query as `date:2020-05`. */
  readonly month: readonly FacetValue[]
}

/** Counts the values of all stories. A count is what a search for that value would find among them. */
export function facets(stories: readonly Story[]): Facets {
  const topic = counter()
  const provider = counter()
  const type = counter()
  const category = counter()
  const published = counter()
  const month = counter()
  const monthsByDay = eachDayOnce(monthOf)
  for (const story of stories) {
    for (const name of story.topics) topic.count(name, story)
    if (story.provider !== null) provider.count(story.provider, story)
    if (story.type !== null) type.count(story.type, story)
    if (story.category !== null) category.count(story.category, story)
    if (story.published !== null) published.count(String(story.published), story)
    const date = dateOf(rowOf(story))
    if (date !== null) month.count(monthsByDay(date), story)
  }
  return {
    topic: topic.values(),
    provider: provider.values(),
    type: type.values(),
    category: category.values(),
    published: published.values(),
    month: month.values().toSorted((a, b) => (a.value < b.value ? 1 : -1))
  }
}

/** Thousands of stories share a few days, and writing a date out costs most. */
function eachDayOnce(nameOf: (instant: number) => string): (instant: number) => string {
  const names = new Map<number, string>()
  return (instant) => {
    const day = Math.floor(instant / 86_400_000)
    const name = names.get(day) ?? nameOf(instant)
    names.set(day, name)
    return name
  }
}

type Group = { readonly value: string; count: number; last: Story | null }

/** Counts stories, not mentions: a story that names a topic twice has it once. */
function counter() {
  const groups = new Map<string, Group>()
  const spellings = new Map<string, Group>()

  function groupOf(value: string): Group {
    const folded = fold(value)
    const group = groups.get(folded) ?? { value, count: 0, last: null }
    groups.set(folded, group)
    spellings.set(value, group)
    return group
  }

  return {
    count(value: string, story: Story) {
      const group = spellings.get(value) ?? groupOf(value)
      if (group.last === story) return
      group.last = story
      group.count += 1
    },
    values(): readonly FacetValue[] {
      return [...groups.values()]
        .map(({ value, count }) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    }
  }
}
