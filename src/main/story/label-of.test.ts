import { expect, it } from 'vitest'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { aStory } from '../../../test/a-story'
import { labelOf } from './label-of'

const story = aStory({
  id: '_news/tides.md',
  title: 'Kessel Strait’s tides rise further than the harbour wall'
})
const link = (n: number) => `1:https://wire.example/${n}` as LinkKey
const links = [1, 2, 3, 4].map((n) => ({ key: link(n), title: n === 4 ? null : `Link ${n}` }))

it.each<[StoryChange, string]>([
  [
    { kind: 'set', field: 'published', was: false, value: true },
    'Publish “Kessel Strait’s tides rise further than…”'
  ],
  [
    { kind: 'set', field: 'published', was: true, value: false },
    'Unpublish “Kessel Strait’s tides rise further than…”'
  ],
  [{ kind: 'set', field: 'published', was: true }, 'Clear published'],
  [{ kind: 'set', field: 'quality', was: 52, value: 80 }, 'Set quality to 80'],
  [{ kind: 'set', field: 'title', was: 'A', value: 'B' }, 'Set title to “B”'],
  [{ kind: 'set', field: 'excerpt', was: 'A', value: 'B' }, 'Change excerpt'],
  [
    { kind: 'set', field: 'provider/name', value: 'Signal Post' },
    'Set provider name to “Signal Post”'
  ],
  [
    { kind: 'set', field: 'publishedDateTime', value: '2026-03-12T09:23:00Z' },
    'Set date to “2026-03-12T09:23:00Z”'
  ],
  [{ kind: 'set', field: 'images/0/url', was: 'x' }, 'Clear image 1 url'],
  [{ kind: 'set', field: 'images', value: [{ url: 'a' }] }, 'Add picture'],
  [{ kind: 'set', field: 'images', was: [{ url: 'a' }] }, 'Remove picture'],
  [{ kind: 'set', field: 'images', was: ['a', 'b'], value: ['b', 'a'] }, 'Move picture'],
  [{ kind: 'set', field: 'tags', value: ['a'] }, 'Change tags'],
  [{ kind: 'add-topic', topic: 'AI', before: null }, 'Add topic AI'],
  [{ kind: 'remove-topic', topic: 'AI' }, 'Remove topic AI'],
  [{ kind: 'add-link', link: { title: 'A new link' }, before: null }, 'Add link “A new link”'],
  [
    { kind: 'add-link', link: { title: '', webUrl: 'https://a.example/' }, before: null },
    'Add link “https://a.example/”'
  ],
  [{ kind: 'add-link', link: {}, before: null }, 'Add link without a title'],
  [{ kind: 'add-link', link: 'a-slug', before: null }, 'Add link “a-slug”'],
  [{ kind: 'remove-link', link: link(2) }, 'Remove link “Link 2”'],
  [{ kind: 'remove-link', link: link(4) }, 'Remove link “https://wire.example/4”'],
  [{ kind: 'move-link', link: link(2), before: link(1) }, 'Move “Link 2” up'],
  [{ kind: 'move-link', link: link(2), before: link(4) }, 'Move “Link 2” down'],
  [{ kind: 'move-link', link: link(3), before: null }, 'Move “Link 3” down'],
  [{ kind: 'move-link', link: link(1), before: null }, 'Move “Link 1” to position 4'],
  [{ kind: 'move-link', link: link(3), before: link(1) }, 'Move “Link 3” to position 1'],
  [{ kind: 'move-link', link: link(9), before: null }, 'Move “https://wire.example/9”'],
  [
    { kind: 'set-link', link: link(1), field: 'quality', was: 1, value: 50 },
    'Set quality to 50 in “Link 1”'
  ]
])('%j is called %s', (change, label) => {
  expect(labelOf(change, story, links)).toBe(label)
})

it('names a story without a title by its path', () => {
  const broken = aStory({ id: '_news/broken.md', title: null })
  expect(labelOf({ kind: 'set', field: 'published', value: true }, broken)).toBe(
    'Publish “_news/broken.md”'
  )
})

it('names links by their address where they are not at hand', () => {
  expect(labelOf({ kind: 'move-link', link: link(1), before: null }, story)).toBe(
    'Move “https://wire.example/1”'
  )
})
