import type { Json, JsonObject, JsonPatch } from '#shared/json'
import { assertNever, fail, ok, type Result } from '#shared/result'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { type FieldChange, type FieldRefusal, planField } from './plan-field'
import { type Links, linksIn, planAddLink, planMoveLink } from './plan-links'
import { planAddTopic, planRemoveTopic, topicsIn } from './plan-topics'
import { isObject } from './same-json'

type Plan = Result<JsonPatch, StoryError>
type ChangeOf<Kind extends StoryChange['kind']> = Extract<StoryChange, { kind: Kind }>
type LinkChange = ChangeOf<'add-link' | 'remove-link' | 'move-link' | 'set-link'>

/**
 * Plans a change against what the story's file says now, whatever it said when the editor made the change.
 *
 * @param data the front matter as JSON. A change only touches what it names, so other fields, and the order of
 *   other links, may have become anything.
 * @returns an empty patch if there is nothing left to do.
 */
export function planChange(id: StoryId, data: JsonObject, change: StoryChange): Plan {
  switch (change.kind) {
    case 'set':
      return planSet(id, data, change)
    case 'add-topic':
    case 'remove-topic':
      return planTopic(id, data, change)
    case 'add-link':
    case 'remove-link':
    case 'move-link':
    case 'set-link':
      return planLink(id, data, change)
    default:
      return assertNever(change)
  }
}

function planSet(id: StoryId, data: JsonObject, change: ChangeOf<'set'>): Plan {
  const [root = ''] = change.field.split('/')
  const reason = CLOSED.get(root)
  if (reason !== undefined) return notEditable(id, change.field, reason)
  return withStory(id, change.field, planField(data, '', change))
}

/** Fields that are not set as such. */
const CLOSED: ReadonlyMap<string, string> = new Map([
  ['secured', 'it is encrypted, and only its owner can write it'],
  ['related', 'links are added, removed, moved and changed one by one']
])

function planTopic(
  id: StoryId,
  data: JsonObject,
  change: ChangeOf<'add-topic' | 'remove-topic'>
): Plan {
  const topics = ownValue(data, 'topics')
  if (topicsIn(topics) === null) return notEditable(id, 'topics', NOT_A_LIST)
  const plan =
    change.kind === 'add-topic'
      ? planAddTopic(topics, change.topic, change.before)
      : planRemoveTopic(topics, change.topic)
  return plan === null
    ? fail({ code: 'gone', id, what: `The topic ${change.topic}` })
    : ok(plan.patch)
}

function planLink(id: StoryId, data: JsonObject, change: LinkChange): Plan {
  const related = ownValue(data, 'related')
  const links = linksIn(related)
  if (links === null) return notEditable(id, 'related', NOT_A_LIST)
  if (change.kind === 'add-link') return ok(planAddLink(related, links, change.link, change).patch)

  const position = links.keys.indexOf(change.link)
  if (position === -1) {
    return fail({ code: 'gone', id, what: `The link to ${addressIn(change.link)}` })
  }
  switch (change.kind) {
    case 'remove-link':
      return ok([{ op: 'remove', path: `/related/${position}` }])
    case 'move-link':
      return ok(planMoveLink(links, position, change).patch)
    case 'set-link':
      return planSetLink(id, links, position, change)
    default:
      return assertNever(change)
  }
}

function planSetLink(id: StoryId, links: Links, position: number, change: FieldChange): Plan {
  const link = links.items[position] ?? null
  const field = `${change.field} of ${linkName(link)}`
  const [root = ''] = change.field.split('/')
  const reason = root === 'secured' ? CLOSED.get(root) : undefined
  if (reason !== undefined) return notEditable(id, field, reason)
  if (!isObject(link)) return notEditable(id, field, 'this link is plain text')
  return withStory(id, field, planField(link, `/related/${position}`, change))
}

const NOT_A_LIST = 'what stands there is not a list'

const ownValue = (data: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(data, key) ? data[key] : undefined

/** A key without its occurrence. */
const addressIn = (key: LinkKey): string => key.slice(key.indexOf(':') + 1)

function linkName(link: Json): string {
  const title = isObject(link) ? ownValue(link, 'title') : link
  return typeof title === 'string' ? `“${title}”` : 'a link'
}

const notEditable = (id: StoryId, field: string, reason: string): Plan =>
  fail({ code: 'not-editable', id, field, reason })

const withStory = (id: StoryId, field: string, plan: Result<JsonPatch, FieldRefusal>): Plan =>
  plan.ok ? plan : fail({ id, field, ...plan.error })
