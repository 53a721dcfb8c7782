import type { Json, JsonObject } from '#shared/json'
import { assertNever } from '#shared/result'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { inverseField, withField } from './plan-field'
import { linksIn, planAddLink, planMoveLink } from './plan-links'
import { planAddTopic, planRemoveTopic } from './plan-topics'
import { isObject, sameJson } from './same-json'

type ChangeOf<Kind extends StoryChange['kind']> = Extract<StoryChange, { kind: Kind }>
type Positioned = ChangeOf<'remove-link' | 'move-link' | 'set-link'>

/**
 * The change that takes a change back. It is planned like any other, so it also finds its way in a file that was
 * changed since.
 *
 * @param data the front matter before the change, as JSON.
 * @returns `null` if the change alters nothing or cannot be planned: then there is nothing to take back.
 */
export function inverseOf(data: JsonObject, change: StoryChange): StoryChange | null {
  const topics = Object.hasOwn(data, 'topics') ? data.topics : undefined
  const related = Object.hasOwn(data, 'related') ? data.related : undefined
  switch (change.kind) {
    case 'set': {
      const inverse = inverseField(data, change)
      return inverse === null ? null : { kind: 'set', ...inverse }
    }
    case 'add-topic':
      return inverseOfAddTopic(topics, change)
    case 'remove-topic':
      return inverseOfRemoveTopic(topics, change)
    case 'add-link':
      return inverseOfAddLink(related, change)
    case 'remove-link':
    case 'move-link':
    case 'set-link':
      return inverseOfLinkChange(related, change)
    default:
      return assertNever(change)
  }
}

function inverseOfAddTopic(
  topics: Json | undefined,
  { topic, before }: ChangeOf<'add-topic'>
): StoryChange | null {
  const plan = planAddTopic(topics, topic, before)
  if (plan === null || plan.patch.length === 0) return null
  return Array.isArray(topics) ? { kind: 'remove-topic', topic } : wholeTopics(plan.after, topics)
}

function inverseOfRemoveTopic(
  topics: Json | undefined,
  { topic }: ChangeOf<'remove-topic'>
): StoryChange | null {
  const plan = planRemoveTopic(topics, topic)
  if (plan === null || !Array.isArray(topics)) return null
  const following = topics[topics.indexOf(topic) + 1]
  const before = typeof following === 'string' ? following : null
  // A topic that was named twice, or stood before one that is, does not come back by being added.
  const back = planAddTopic(plan.after, topic, before)
  return sameJson(back?.after, topics)
    ? { kind: 'add-topic', topic, before }
    : wholeTopics(plan.after, topics)
}

const wholeTopics = (was: readonly Json[], value: Json | undefined): StoryChange => ({
  kind: 'set',
  field: 'topics',
  was,
  ...(value === undefined ? {} : { value })
})

function inverseOfAddLink(
  related: Json | undefined,
  change: ChangeOf<'add-link'>
): StoryChange | null {
  const links = linksIn(related)
  if (links === null) return null
  const { to, after } = planAddLink(related, links, change.link, change)
  return { kind: 'remove-link', link: keyAt(after, to) }
}

function inverseOfLinkChange(related: Json | undefined, change: Positioned): StoryChange | null {
  const links = linksIn(related)
  const position = links?.keys.indexOf(change.link) ?? -1
  const link = links?.items[position]
  if (links === null || link === undefined) return null
  switch (change.kind) {
    case 'remove-link': {
      const after = links.items.toSpliced(position, 1)
      return { kind: 'add-link', link, ...placeIn(after, position) }
    }
    case 'move-link': {
      const { patch, to, after } = planMoveLink(links, position, change)
      if (patch.length === 0) return null
      return { kind: 'move-link', link: keyAt(after, to), ...placeBack(after, position, to) }
    }
    case 'set-link':
      return inverseOfSetLink(links.items, position, change)
    default:
      return assertNever(change)
  }
}

/** A link with a new address has a new key. */
function inverseOfSetLink(
  items: readonly Json[],
  position: number,
  change: ChangeOf<'set-link'>
): StoryChange | null {
  const link = items[position]
  const inverse = isObject(link) ? inverseField(link, change) : null
  if (link === undefined || inverse === null) return null
  const changed = items.with(position, withField(link, change))
  return { kind: 'set-link', link: keyAt(changed, position), ...inverse }
}

const keyAt = (items: readonly Json[], position: number): LinkKey =>
  linkKeys(items)[position] as LinkKey

type Place = { readonly before: LinkKey | null; readonly after: LinkKey | null }

/** The place between two neighbours of a list, named by both. */
function placeIn(items: readonly Json[], gap: number): Place {
  const keys = linkKeys(items)
  return { before: keys[gap] ?? null, after: keys[gap - 1] ?? null }
}

/** The place that a link which now stands at `to` had at `from`, named by the links that are beside it now. */
function placeBack(items: readonly Json[], from: number, to: number): Place {
  const keys = linkKeys(items).filter((_, position) => position !== to)
  return { before: keys[from] ?? null, after: keys[from - 1] ?? null }
}
