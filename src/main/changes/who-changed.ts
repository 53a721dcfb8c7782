import type { Json } from '#shared/json'
import type { ChangedBy } from '#shared/library/desk-changes'
import { MOST_STEPS, type Step } from '#shared/library/history'
import type { FieldDiff } from '#shared/story/field-diff'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryId, Version } from '#shared/story/story-id'
import { sameJson } from '../story/same-json'

/**
 * Says who changed fields of a story, by the steps that this desk remembers. What none of them did came from outside,
 * unless the desk has forgotten steps.
 *
 * @param committed the story's version in the last commit, and `now` the one that it has.
 */
export function whoChanged(
  steps: readonly Step[],
  id: StoryId,
  committed: Version,
  now: Version
): (diff: FieldDiff) => ChangedBy | null {
  const own = steps.flatMap(({ stories }) => stories.filter((story) => story.id === id))
  const left = own.findLastIndex(({ after }) => after === committed)
  const first = left === -1 ? own.findIndex(({ before }) => before === committed) : left + 1
  const since = first === -1 ? own : own.slice(first)
  // Each step found what the one before had left, so nobody else wrote in between.
  const isAllOurs =
    since.length > 0 &&
    since.every(({ before }, at) => before === (since[at - 1]?.after ?? committed)) &&
    since.at(-1)?.after === now
  const changes = since.flatMap(({ forward }) => forward)
  return (diff) => {
    if (isAllOurs) return 'desk'
    const ours = changes.filter((change) => isAbout(change, diff.field))
    if (ours.length === 0) return strangerIn(steps)
    const last = ours.at(-1)
    return last?.kind === 'set' && isSame(last.value, diff.value) ? 'desk' : 'both'
  }
}

/** Who changed what no step is about: a full history has forgotten what was done first. */
export const strangerIn = (steps: readonly Step[]): ChangedBy | null =>
  steps.length < MOST_STEPS ? 'outside' : null

function isAbout(change: StoryChange, field: string): boolean {
  if (change.kind === 'set') {
    return change.field === field || isBelow(change.field, field) || isBelow(field, change.field)
  }
  return change.kind.endsWith('topic') ? field === 'topics' : field === 'related'
}

const isBelow = (field: string, other: string): boolean => field.startsWith(`${other}/`)
const isSame = (a: Json | undefined, b: Json | undefined): boolean => sameJson(a, b)
