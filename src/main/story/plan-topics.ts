import type { Json, JsonPatch } from '#shared/json'
import { isList } from './same-json'

/** What the topics will be, and the patch that makes them so; the patch is empty if they are so already. */
export type TopicsPlan = { readonly patch: JsonPatch; readonly after: readonly Json[] }

/** Topics that are missing or `null` count as none. @returns `null` if they are not a list. */
export function topicsIn(topics: Json | undefined): readonly Json[] | null {
  if (topics === undefined || topics === null) return []
  return isList(topics) ? topics : null
}

/**
 * Plans to add a topic, unless it is there already.
 *
 * @param before the topic that shall follow it; if that is gone, or `null`, the new one comes last.
 */
export function planAddTopic(
  topics: Json | undefined,
  topic: string,
  before: string | null
): TopicsPlan | null {
  const list = topicsIn(topics)
  if (list === null) return null
  if (list.includes(topic)) return { patch: [], after: list }
  const found = before === null ? -1 : list.indexOf(before)
  const position = found === -1 ? list.length : found
  const after = list.toSpliced(position, 0, topic)
  if (isList(topics)) {
    return { patch: [{ op: 'add', path: `/topics/${position}`, value: topic }], after }
  }
  const op = topics === undefined ? 'add' : 'replace'
  return { patch: [{ op, path: '/topics', value: after }], after }
}

/** Plans to remove a topic, every time that it is named. @returns `null` if it is not there, or not in a list. */
export function planRemoveTopic(topics: Json | undefined, topic: string): TopicsPlan | null {
  const list = topicsIn(topics)
  if (list === null || !list.includes(topic)) return null
  const positions = list.flatMap((name, position) => (name === topic ? [position] : []))
  return {
    // From the last to the first, so that no position moves before its turn.
    patch: positions
      .toReversed()
      .map((position) => ({ op: 'remove', path: `/topics/${position}` })),
    after: list.filter((name) => name !== topic)
  }
}
