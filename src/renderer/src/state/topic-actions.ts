import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { applyTopicOps, type TopicOp } from './list-edit-store'

/** Adds or removes a topic at once, and says so. */
export function changeTopic(desk: Desk, id: StoryId, op: TopicOp): void {
  void desk.listEdits.changeTopics(id, op)
  desk.voice.announceDone(`Topic ${op.topic} ${op.kind === 'add' ? 'added' : 'removed'}`)
}

/** Adds the likeliest of the topics that the words of the open story suggest. */
export function addSuggestedTopic(desk: Desk, id: StoryId): void {
  const { detail } = desk.details.store.getState()
  const waiting = desk.listEdits.store.getState().topics.filter((each) => each.id === id)
  const ops = waiting.map(({ op }) => op)
  const [topic] = detail?.story.id === id ? stillSuggested(detail, ops) : []
  if (topic === undefined) desk.voice.announce('No topic is suggested')
  else changeTopic(desk, id, { kind: 'add', topic })
}

type WithTopics = {
  readonly story: { readonly topics: readonly string[] }
  readonly suggestedTopics?: readonly string[]
}

/** The suggested topics that a story does not have, also once these changes are saved. */
export function stillSuggested(
  { story, suggestedTopics = [] }: WithTopics,
  ops: readonly TopicOp[]
): readonly string[] {
  const taken = applyTopicOps(story.topics, ops)
  return suggestedTopics.filter((topic) => !taken.includes(topic))
}
