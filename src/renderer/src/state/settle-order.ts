import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'

/**
 * Keeps rows where an editor saw them. A story that is still found stays in its place although its new quality
 * would sort it elsewhere; new ones come in right behind their neighbour; the next search or sort puts all in order.
 *
 * @param shown the rows as they stand now.
 * @param found the same search now, in order.
 */
export function settleOrder(shown: readonly Story[], found: readonly Story[]): readonly Story[] {
  const unplaced = new Map<StoryId, Story>(found.map((story) => [story.id, story]))
  const settled: Story[] = []
  for (const { id } of shown) {
    const story = unplaced.get(id)
    if (story !== undefined) settled.push(story)
    unplaced.delete(id)
  }
  return unplaced.size === 0 ? settled : withNewcomers(settled, found, unplaced)
}

function withNewcomers(
  settled: readonly Story[],
  found: readonly Story[],
  newcomers: ReadonlyMap<StoryId, Story>
): readonly Story[] {
  // Found in order, so the nearest known story before a newcomer is its neighbour.
  const behind = new Map<StoryId | null, Story[]>()
  let neighbour: StoryId | null = null
  for (const story of found) {
    if (!newcomers.has(story.id)) neighbour = story.id
    else if (behind.has(neighbour)) behind.get(neighbour)?.push(story)
    else behind.set(neighbour, [story])
  }
  return [
    ...(behind.get(null) ?? []),
    ...settled.flatMap((story) => [story, ...(behind.get(story.id) ?? [])])
  ]
}
