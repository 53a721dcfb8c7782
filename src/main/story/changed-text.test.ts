import { expect, it } from 'vitest'
import type { JsonObject } from '#shared/json'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryId } from '#shared/story/story-id'
import { usualStorySettings } from '#shared/story/story-settings'
import { patchFrontMatter } from '../front-matter/patch'
import { readFrontMatter } from '../front-matter/read'
import { toJson } from '../front-matter/value'
import { inverseOf } from './inverse-of'
import { planChange } from './plan-change'

const file = `---
title: "Tides" # kept
publishedDateTime: 2026-03-12T09:23:00Z
quality: 52
published: false
topics: [Oceans, AI]
related:
  - title: "One"
    publishedDateTime: 2026-03-11T08:00:00Z
    webUrl: "https://a.example/"
  - title: "Two"
    webUrl: "https://b.example/"
  - title: "Three"
    webUrl: "https://a.example/"
secured: "x;y=="
---
`

/** The file after a change, written by the engine, and the change that takes it back. */
function change(text: string, wanted: StoryChange) {
  const reading = readFrontMatter(new TextEncoder().encode(text))
  if (reading.kind !== 'front-matter') throw new Error(reading.problem.message)
  const data = toJson(reading.frontMatter.data) as JsonObject
  const patch = planChange('_news/tides.md' as StoryId, data, wanted)
  if (!patch.ok) throw new Error(patch.error.code)
  const patched = patchFrontMatter(reading.frontMatter, patch.value, {
    dateFields: usualStorySettings.dates
  })
  if (!patched.ok) throw new Error(patched.error.message)
  return { text: patched.value.text, inverse: inverseOf(data, wanted) }
}

const key = (text: string) => text as LinkKey

it.each<[change: StoryChange, old: string, now: string]>([
  [
    { kind: 'set', field: 'published', was: false, value: true },
    'published: false',
    'published: true'
  ],
  [{ kind: 'set', field: 'quality', was: 52, value: 80 }, 'quality: 52', 'quality: 80'],
  [
    { kind: 'set', field: 'title', was: 'Tides', value: 'Ebb: "and" flow' },
    '"Tides" # kept',
    '"Ebb: \\"and\\" flow" # kept'
  ],
  [
    {
      kind: 'set',
      field: 'publishedDateTime',
      was: '2026-03-12T09:23:00Z',
      value: '2026-03-13T10:00:00Z'
    },
    '2026-03-12T09:23:00Z',
    '2026-03-13T10:00:00Z'
  ],
  [{ kind: 'remove-topic', topic: 'Oceans' }, '[Oceans, AI]', '[AI]'],
  [
    {
      kind: 'set-link',
      link: key('2:https://a.example/'),
      field: 'title',
      was: 'Three',
      value: 'Third'
    },
    '"Three"',
    '"Third"'
  ],
  [
    { kind: 'move-link', link: key('1:https://b.example/'), before: null },
    '  - title: "Two"\n    webUrl: "https://b.example/"\n  - title: "Three"\n    webUrl: "https://a.example/"\n',
    '  - title: "Three"\n    webUrl: "https://a.example/"\n  - title: "Two"\n    webUrl: "https://b.example/"\n'
  ],
  [
    { kind: 'remove-link', link: key('1:https://a.example/') },
    '  - title: "One"\n    publishedDateTime: 2026-03-11T08:00:00Z\n    webUrl: "https://a.example/"\n',
    ''
  ]
])('%j changes only what it names, and its inverse gives the bytes back', (wanted, old, now) => {
  const { text, inverse } = change(file, wanted)

  expect(text).toBe(file.replace(old, now))
  expect(inverse && change(text, inverse).text).toBe(file)
})
