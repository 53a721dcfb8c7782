import type { LibraryEvent } from '#shared/library/library-state'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'

/** One event that does what all of these do, one after the other. There must be at least one. */
export function mergeEvents(events: readonly [LibraryEvent, ...LibraryEvent[]]): LibraryEvent {
  const last = events[events.length - 1] ?? events[0]
  if (events.length === 1) return last
  const rows = new Map<StoryId, Story | null>()
  for (const event of events) {
    for (const id of event.removed) rows.set(id, null)
    for (const story of event.saved) rows.set(story.id, story)
  }
  const saved: Story[] = []
  const removed: StoryId[] = []
  for (const [id, story] of rows) {
    if (story === null) removed.push(id)
    else saved.push(story)
  }
  const pairs = events.findLast(({ duplicates }) => duplicates !== undefined)?.duplicates
  const findings = new Map(
    events.flatMap(({ findings: found = [] }) => found).map((one) => [one.id, one])
  )
  return {
    ...last,
    saved,
    removed,
    renamed: events.flatMap(({ renamed = [] }) => renamed),
    reviewed: events.flatMap(({ reviewed = [] }) => reviewed),
    ...(pairs === undefined ? {} : { duplicates: pairs }),
    ...(findings.size === 0 ? {} : { findings: [...findings.values()] })
  }
}
