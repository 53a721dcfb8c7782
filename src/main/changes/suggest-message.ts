import type { ChangedStory } from '#shared/library/changed-story'
import type { FieldDiff } from '#shared/story/field-diff'

type Kind = { readonly does: string; readonly of: (story: ChangedStory) => boolean }

const hasField = (test: (diff: FieldDiff) => boolean) => (story: ChangedStory) =>
  story.fields.some(test)
const isField = (name: string) =>
  hasField(({ field }) => field === name || field.startsWith(`${name}/`))
const isPublished = (value: boolean) =>
  hasField((diff) => diff.field === 'published' && diff.value === value)
const isReordered = ({ field, words }: FieldDiff): boolean =>
  field === 'related' && words.startsWith('Related: moved')

/** What a commit can say that it does, in this order. `%` is how many. */
const KINDS: readonly Kind[] = [
  { does: 'publish %', of: isPublished(true) },
  { does: 'unpublish %', of: isPublished(false) },
  { does: 'add %', of: ({ kind }) => kind === 'added' },
  { does: 'delete %', of: ({ kind }) => kind === 'deleted' },
  { does: 'rename %', of: ({ kind }) => kind === 'renamed' },
  { does: 'score %', of: isField('quality') },
  { does: 'change the topics of %', of: isField('topics') },
  { does: 'reorder related coverage of %', of: hasField(isReordered) },
  {
    does: 'change related coverage of %',
    of: hasField((diff) => diff.field === 'related' && !isReordered(diff))
  }
]

/**
 * Suggests a commit's message in plain words: `Publish 3 stories, unpublish 12, reorder related coverage of 4`. A story
 * that nothing of that is true of is edited.
 */
export function suggestMessage(stories: readonly ChangedStory[]): string {
  const edited: Kind = { does: 'edit %', of: (story) => !KINDS.some(({ of }) => of(story)) }
  const parts = [...KINDS, edited].flatMap(({ does, of }) => {
    const count = stories.filter(of).length
    return count === 0 ? [] : [{ does, count }]
  })
  const said = parts.map(({ does, count }, at) => {
    const noun = at > 0 ? '' : count === 1 ? ' story' : ' stories'
    return does.replace('%', `${count.toLocaleString('en')}${noun}`)
  })
  const text = said.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
