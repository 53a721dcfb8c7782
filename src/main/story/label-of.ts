import type { Json } from '#shared/json'
import { assertNever } from '#shared/result'
import type { Link, LinkKey, Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { fieldWords, quoted, shortened } from './field-words'
import type { FieldChange } from './plan-field'
import { isList, isObject } from './same-json'

type ChangeOf<Kind extends StoryChange['kind']> = Extract<StoryChange, { kind: Kind }>
type Links = readonly Pick<Link, 'key' | 'title'>[]

/**
 * Says in an editor's words what a change does, for Undo and Redo: `Publish “Tides”`, `Set quality to 80`.
 *
 * @param story the row before the change.
 * @param links the links before the change; without them a link is named by its address, and a move has no direction.
 */
export function labelOf(change: StoryChange, story: Story, links: Links = []): string {
  switch (change.kind) {
    case 'set':
      return setLabel(change, story)
    case 'add-topic':
      return `Add topic ${shortened(change.topic)}`
    case 'remove-topic':
      return `Remove topic ${shortened(change.topic)}`
    case 'add-link':
      return `Add link ${addedName(change.link)}`
    case 'remove-link':
      return `Remove link ${nameOf(change.link, links)}`
    case 'move-link':
      return `Move ${nameOf(change.link, links)}${directionOf(change, links)}`
    case 'set-link':
      return `${valueLabel(change)} in ${nameOf(change.link, links)}`
    default:
      return assertNever(change)
  }
}

function setLabel(change: ChangeOf<'set'>, story: Story): string {
  if (change.field === 'images') return picturesLabel(change)
  if (change.field !== 'published') return valueLabel(change)
  if (change.value === true) return `Publish ${quoted(story.title ?? story.id)}`
  if (change.value === false) return `Unpublish ${quoted(story.title ?? story.id)}`
  return valueLabel(change)
}

function picturesLabel({ was, value }: ChangeOf<'set'>): string {
  const more = listOf(value).length - listOf(was).length
  return `${more > 0 ? 'Add' : more < 0 ? 'Remove' : 'Move'} picture`
}

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

/** Long text is named, not repeated: an editor knows the story by its title, not by its excerpt. */
function valueLabel({ field, value }: FieldChange): string {
  const name = fieldWords(field)
  if (value === undefined || value === null) return `Clear ${name}`
  if (typeof value === 'object' || field === 'excerpt') return `Change ${name}`
  return `Set ${name} to ${typeof value === 'string' ? quoted(value) : value}`
}

/** What Undo says of a link that went to another story. */
export const moveLabel = (link: Json, story: string): string =>
  `Move link ${addedName(link)} to ${quoted(story)}`

function addedName(link: Json): string {
  if (!isObject(link)) return quoted(String(link))
  const named = [link.title, link.webUrl].find((text) => typeof text === 'string' && text !== '')
  return typeof named === 'string' ? quoted(named) : 'without a title'
}

function nameOf(key: LinkKey, links: Links): string {
  const title = links.find((link) => link.key === key)?.title
  return quoted(title ? title : key.slice(key.indexOf(':') + 1))
}

/** One place is up or down; further is a position, counted from 1. */
function directionOf({ link, before }: ChangeOf<'move-link'>, links: Links): string {
  const from = links.findIndex(({ key }) => key === link)
  const gap = before === null ? links.length : links.findIndex(({ key }) => key === before)
  if (from === -1 || gap === -1) return ''
  const to = gap > from ? gap - 1 : gap
  if (to === from - 1) return ' up'
  if (to === from + 1) return ' down'
  return ` to position ${to + 1}`
}
