import { expect, it } from 'vitest'
import type { BulkPreview } from '#shared/library/bulk'
import type { BulkChange } from '#shared/story/bulk-change'
import type { LinkKey } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { bulkGroups, bulkWords, effectOf, leftOutWords, sameWords } from './bulk-words'

const id = 'tides.md' as StoryId
const raise: BulkChange = { kind: 'add-to-score', field: 'quality', amount: 10 }

it.each<[change: BulkChange, words: string]>([
  [{ kind: 'publish', published: true }, 'Publish '],
  [{ kind: 'score', field: 'quality', value: 80 }, 'Quality 80'],
  [raise, 'Quality +10'],
  [{ kind: 'add-to-score', field: 'heat', amount: -5 }, 'Heat −5'],
  [{ kind: 'add-topics', topics: ['Energy'] }, 'Add topic Energy'],
  [{ kind: 'remove-topics', topics: ['Energy', 'AI'] }, 'Remove topics Energy, AI'],
  [{ kind: 'dedupe-links' }, 'Remove repeated links '],
  [{ kind: 'sort-links' }, 'Sort links by quality ']
])('says what %j does', (change, words) => {
  const { name, value } = bulkWords(change)
  expect(`${name} ${value}`).toBe(words)
})

it('parts what will change from what is so already and from what cannot be changed', () => {
  const change: BulkPreview = {
    id,
    changes: [{ kind: 'set', field: 'quality', was: 40, value: 50 }],
    error: null
  }
  const same: BulkPreview = { id, changes: [], error: null }
  const out: BulkPreview = { id, changes: [], error: { code: 'not-found', id } }

  expect(bulkGroups([same, out, change])).toEqual({
    all: [out, change, same],
    willChange: [change],
    noChange: [same],
    leftOut: [out]
  })
})

it('says before and after', () => {
  expect(effectOf([{ kind: 'set', field: 'quality', was: 140, value: 150 }])).toEqual({
    kind: 'value',
    before: '140',
    after: '150'
  })
  expect(effectOf([{ kind: 'set', field: 'published', was: 'false', value: true }])).toEqual({
    kind: 'value',
    before: '"false"',
    after: 'Published'
  })
  expect(effectOf([{ kind: 'set', field: 'quality', value: -1 }])).toMatchObject({
    before: '–',
    after: '−1'
  })
})

it('says what is done to a list', () => {
  const link = '1:https://a.example' as LinkKey
  expect(
    effectOf([
      { kind: 'add-topic', topic: 'Energy', before: null },
      { kind: 'remove-topic', topic: 'AI' }
    ])
  ).toEqual({ kind: 'list', words: ['+ Energy', '− AI'] })
  expect(effectOf([{ kind: 'remove-link', link }])).toEqual({ kind: 'list', words: ['− 1 link'] })
  expect(
    effectOf([
      { kind: 'move-link', link, before: null },
      { kind: 'move-link', link, before: null }
    ])
  ).toEqual({ kind: 'list', words: ['2 links move'] })
})

it('says why a story stays as it is', () => {
  expect(sameWords(raise, { quality: null, heat: null })).toBe('No change: it has no quality')
  expect(sameWords({ kind: 'add-topics', topics: ['AI'] }, { quality: 1, heat: 1 })).toBe(
    'No change: has AI'
  )
  const problem = { code: 'yaml', line: 3, column: 1, message: 'A control character.' } as never
  expect(leftOutWords({ code: 'problem', id, problem })).toBe(
    'Left out: line 3, A control character.'
  )
})
