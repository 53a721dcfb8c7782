import { expect, it } from 'vitest'
import type { ChangedStory } from '#shared/library/changed-story'
import type { StoryId } from '#shared/story/story-id'
import { diffFields } from '../story/diff-fields'
import { suggestMessage } from './suggest-message'

const links = ['One', 'Two'].map((title) => ({ title, webUrl: `https://${title}.example/` }))
const before = { title: 'Tides', quality: 5, published: false, topics: ['Oceans'], related: links }

const aChange = (after: object = {}, kind: ChangedStory['kind'] = 'changed'): ChangedStory => ({
  id: 'a.md' as StoryId,
  kind,
  from: null,
  title: null,
  fields: kind === 'changed' ? diffFields(before, { ...before, ...after }) : []
})
const times = (count: number, change: ChangedStory) => Array.from({ length: count }, () => change)

it.each([
  ['Publish 1 story', [aChange({ published: true })]],
  [
    'Publish 3 stories, unpublish 12, reorder related coverage of 4',
    [
      ...times(3, aChange({ published: true })),
      ...times(12, { ...aChange(), fields: diffFields({ published: true }, { published: false }) }),
      ...times(4, aChange({ related: links.toReversed() }))
    ]
  ],
  [
    'Add 1 story, delete 1, score 1, change the topics of 1, change related coverage of 1, edit 1',
    [
      aChange({}, 'added'),
      aChange({}, 'deleted'),
      aChange({ quality: 6, topics: [] }),
      aChange({ related: links.slice(1) }),
      aChange({ title: 'Related: moved' })
    ]
  ],
  ['Edit 1,200 stories', times(1200, aChange({ title: 'Ebb' }))],
  ['', []]
])('suggests “%s”', (message, changes) => {
  expect(suggestMessage(changes)).toBe(message)
})
