import type { BulkPreview } from '#shared/library/bulk'
import type { BulkChange } from '#shared/story/bulk-change'
import { RULE_WORDS } from '#shared/story/rule-words'
import type { Story } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { explain, type StoryError } from '#shared/story/story-error'
import { countOf } from './story-words'

/** What a change of many stories does, in a few words; `value` is what stands out of them. */
export type BulkWords = {
  readonly icon: 'published' | 'unpublished' | 'chart' | 'tag' | 'copies' | 'order' | 'problem'
  readonly name: string
  readonly value: string
  /** What the preview's column with before and after is called. */
  readonly column: string
}

export function bulkWords(change: BulkChange): BulkWords {
  switch (change.kind) {
    case 'publish': {
      const icon = change.published ? 'published' : 'unpublished'
      return { icon, name: change.published ? 'Publish' : 'Unpublish', value: '', column: 'Site' }
    }
    case 'score':
      return { ...scored(change.field), value: String(change.value) }
    case 'add-to-score':
      return { ...scored(change.field), value: signed(change.amount) }
    case 'add-topics':
      return {
        icon: 'tag',
        name: topicWords('Add', change.topics),
        value: change.topics.join(', '),
        column: 'Topics'
      }
    case 'remove-topics':
      return {
        icon: 'tag',
        name: topicWords('Remove', change.topics),
        value: change.topics.join(', '),
        column: 'Topics'
      }
    case 'dedupe-links':
      return { icon: 'copies', name: 'Remove repeated links', value: '', column: 'Links' }
    case 'sort-links':
      return { icon: 'order', name: 'Sort links by quality', value: '', column: 'Links' }
    case 'fix':
      return { icon: 'problem', name: 'Fix', value: RULE_WORDS[change.rule], column: 'Fix' }
  }
}

const topicWords = (verb: string, topics: readonly string[]) =>
  `${verb} ${topics.length === 1 ? 'topic' : 'topics'}`

const scored = (field: 'quality' | 'heat') => {
  const name = field === 'quality' ? 'Quality' : 'Heat'
  return { icon: 'chart', name, column: name } as const
}

/** `+10`, `−5`. */
export const signed = (amount: number): string =>
  amount < 0 ? `−${Math.abs(amount)}` : `+${amount}`

/** The previews by what will become of their stories. */
export type BulkGroups = {
  /** What is left out comes first, what stays as it is last. */
  readonly all: readonly BulkPreview[]
  readonly willChange: readonly BulkPreview[]
  readonly noChange: readonly BulkPreview[]
  readonly leftOut: readonly BulkPreview[]
}

export function bulkGroups(previews: readonly BulkPreview[]): BulkGroups {
  const able = previews.filter(({ error }) => error === null)
  const willChange = able.filter(({ changes }) => changes.length > 0)
  const noChange = able.filter(({ changes }) => changes.length === 0)
  const leftOut = previews.filter(({ error }) => error !== null)
  return { all: [...leftOut, ...willChange, ...noChange], willChange, noChange, leftOut }
}

/** What becomes of one story: one value for another, or something done to a list. */
export type Effect =
  | { readonly kind: 'value'; readonly before: string; readonly after: string }
  | { readonly kind: 'list'; readonly words: readonly string[] }

export function effectOf(changes: readonly StoryChange[]): Effect {
  const [first] = changes
  if (first?.kind === 'set' && changes.length === 1) {
    return { kind: 'value', before: valueWords(first.was), after: valueWords(first.value) }
  }
  const removed = changes.filter(({ kind }) => kind === 'remove-link').length
  const moved = changes.filter(({ kind }) => kind === 'move-link').length
  return {
    kind: 'list',
    words: [
      ...changes.flatMap((change) => {
        if (change.kind === 'add-topic') return [`+ ${change.topic}`]
        if (change.kind === 'set' || change.kind === 'set-link')
          return [`${change.field}: ${valueWords(change.value)}`]
        return change.kind === 'remove-topic' ? [`− ${change.topic}`] : []
      }),
      ...(removed > 0 ? [`− ${countOf(removed, 'link', 'links')}`] : []),
      ...(moved > 0 ? [`${countOf(moved, 'link moves', 'links move')}`] : [])
    ]
  }
}

function valueWords(value: unknown): string {
  if (value === undefined) return '–'
  if (typeof value === 'boolean') return value ? 'Published' : 'Unpublished'
  return typeof value === 'number' ? String(value).replace('-', '−') : JSON.stringify(value)
}

/** Why a change of many stories leaves this one as it is. */
export function sameWords(change: BulkChange, story: Pick<Story, 'quality' | 'heat'>): string {
  switch (change.kind) {
    case 'publish':
      return change.published ? 'No change: published already' : 'No change: unpublished already'
    case 'score':
      return `No change: ${change.field} is ${change.value} already`
    case 'add-to-score':
      return story[change.field] === null
        ? `No change: it has no ${change.field}`
        : 'No change: nothing is added'
    case 'add-topics':
      return `No change: has ${change.topics.join(', ')}`
    case 'remove-topics':
      return `No change: does not have ${change.topics.join(', ')}`
    case 'dedupe-links':
      return 'No change: no link occurs twice'
    case 'sort-links':
      return 'No change: in order already'
    case 'fix':
      return 'No change: nothing here can be fixed without a doubt'
  }
}

/** Why a story cannot take part. */
export const leftOutWords = (error: StoryError): string =>
  error.code === 'problem'
    ? `Left out: line ${error.problem.line}, ${error.problem.message}`
    : `Left out: ${explain(error)}`
