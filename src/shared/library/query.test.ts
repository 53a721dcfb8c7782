import { describe, expect, it } from 'vitest'
import { aStory } from '../../../test/a-story'
import type { Story } from '../story/story'
import { runQuery } from './query'
import { compileQuery } from './query-match'
import { parseQuery } from './query-parse'
import { parseSort, SORT_KEYS, type Sort } from './query-sort'

const tides = aStory({
  title: 'Kessel Strait’s tides',
  excerpt: 'A café by the sea',
  provider: 'Meridian Wire',
  topics: ['Oceans', 'AI'],
  quality: 100,
  heat: -1,
  published: false,
  onSite: false,
  links: 21,
  type: 'video',
  category: 'news',
  publishedDateTime: '2020-05-31T23:30:00Z',
  webUrl: 'https://wire.example/tides?a=1',
  image: '/assets/tides.svg'
})
const rails = aStory({
  title: 'Airline rails',
  provider: 'Halyard News',
  topics: ['Air travel'],
  quality: 40,
  heat: 440,
  published: true,
  links: 2,
  type: 'article',
  category: 'news',
  publishedDateTime: '2020-06-01T00:00:00+02:00'
})
const broken = aStory({
  id: '_news/2020-07-01-broken.md',
  title: null,
  problem: { code: 'syntax', line: 3, column: 1, message: 'A quote is never closed.' }
})
const stories = [tides, rails, broken]
const nameOf = new Map([
  [tides, 'tides'],
  [rails, 'rails'],
  [broken, 'broken']
])

function find(text: string, sort: Sort | null = null, isDuplicate?: (story: Story) => boolean) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(query.error.message)
  const found = runQuery(stories, query.value, sort, isDuplicate ? { isDuplicate } : {})
  const matches = compileQuery(query.value, isDuplicate ? { isDuplicate } : {})
  if (sort === null) expect(stories.filter(matches)).toEqual(found)
  return found.map((story) => nameOf.get(story)).join(' ')
}

describe('a search finds', () => {
  it.each([
    ['everything', '', 'tides rails broken'],
    ['a word of the title, in any case', 'KESSEL', 'tides'],
    ['a word of the excerpt, without its accent', 'cafe', 'tides'],
    ['a word of the provider', 'halyard', 'rails'],
    ['a word of a topic', 'oceans', 'tides'],
    ['words from different fields', 'meridian oceans café', 'tides'],
    ['nothing if one word is missing', 'kessel rails', ''],
    ['a plain quote for a typographic one', "strait's", 'tides'],
    ['a phrase', '"kessel strait"', 'tides'],
    ['no phrase in the wrong order', '"strait kessel"', ''],
    ['no phrase across fields', '"tides a café"', ''],
    ['a story without a title by its path', '2020-07-01-broken', 'broken'],
    ['a topic as a whole', 'topic:ai', 'tides'],
    ['topics by their beginning', 'topic:ai*', 'tides rails'],
    ['topics by their middle', 'topic:*trav*', 'rails'],
    ['no topic by one letter that is both beginning and end', 'topic:oceans*s', ''],
    ['all but one provider', '-provider:"Meridian Wire"', 'rails broken'],
    ['published', 'published:true', 'rails'],
    ['unpublished, which a missing value is not', 'published:false', 'tides'],
    ['a least quality, which a missing one has not', 'quality>=40', 'tides rails'],
    ['not a least quality, which a missing one has not either', '-quality>=100', 'rails broken'],
    ['a quality', 'quality:40', 'rails'],
    ['a negative heat', 'heat<0', 'tides'],
    ['many links', 'related>20', 'tides'],
    ['a range with both ends', 'related:2..21', 'tides rails'],
    ['a type', 'type:video', 'tides'],
    ['a category', 'category:News', 'tides rails'],
    ['an image', 'has:image', 'tides'],
    ['no excerpt', '-has:excerpt', 'rails broken'],
    ['a date', 'has:date', 'tides rails'],
    ['a month, in UTC', 'date:2020-05', 'tides rails'],
    ['a day, in UTC', 'date:2020-05-31', 'tides rails'],
    ['months', 'date:2020-05..2020-06', 'tides rails'],
    ['since a moment', 'date>=2020-05-31T23', 'tides'],
    ['before a month', 'date<2020-05', ''],
    ['problems', 'is:problem', 'broken'],
    ['what is published by its own word', 'is:published', 'rails'],
    ['what is unpublished by its own word', 'is:unpublished', 'tides'],
    ['what the site shows', 'is:onsite', 'rails broken'],
    ['no duplicates as long as nobody names them', 'is:duplicate', ''],
    ['one or the other', 'kessel or is:problem', 'tides broken'],
    ['a group', '(kessel or airline) -topic:AI', 'rails'],
    ['a pasted address', 'https://wire.example/tides?a=1', 'tides'],
    ['a path', 'path:07-01', 'broken'],
    ['a title', 'title:air', 'rails'],
    ['an excerpt', 'excerpt:sea', 'tides'],
    [
      'several conditions at once',
      'published:false quality>=100 heat<0 topic:"AI" -provider:Reuters type:video has:image related>20 date:2020-05..2020-06',
      'tides'
    ]
  ])('%s', (_, text, found) => {
    expect(find(text)).toBe(found)
  })

  it('the duplicates that the caller names', () => {
    expect(find('is:duplicate', null, (story) => story === rails)).toBe('rails')
    expect(find('-is:duplicate', null, (story) => story === rails)).toBe('tides broken')
  })
})

describe('sorting', () => {
  const values = [5, null, -1, 5, 80, Number.NaN, -2147483648, 0]
  const list = values.map((quality, index) => aStory({ quality, title: String(index) }))
  const sorted = (sort: Sort | null) =>
    runQuery(list, { kind: 'all', of: [] }, sort)
      .map(({ title }) => title)
      .join('')

  it('goes upwards, equal ones in their order, missing and odd ones last', () => {
    expect(sorted('quality')).toBe('62703415')
  })

  it('goes downwards, equal ones in their order, missing and odd ones last', () => {
    expect(sorted('-quality')).toBe('40372615')
  })

  it('leaves the order alone without a key', () => {
    expect(sorted(null)).toBe('01234567')
  })

  it.each<[Sort, string]>([
    ['title', 'rails tides broken'],
    ['-title', 'tides rails broken'],
    ['provider', 'rails tides broken'],
    ['topic', 'rails tides broken'],
    ['type', 'rails tides broken'],
    ['-type', 'tides rails broken'],
    ['category', 'tides rails broken'],
    ['-heat', 'rails tides broken'],
    ['related', 'broken rails tides'],
    ['-date', 'tides rails broken'],
    ['date', 'rails tides broken'],
    ['published', 'tides rails broken'],
    ['-published', 'rails tides broken'],
    ['url', 'tides rails broken'],
    ['excerpt', 'tides rails broken']
  ])('by %s gives %s', (sort, order) => {
    expect(find('', sort)).toBe(order)
  })

  it('by text disregards case, accents and leading quotes', () => {
    const titles = ['éclair', 'Zebra', '“Apple” pie', 'apple', "'eclipse'"]
    const found = runQuery(
      titles.map((title) => aStory({ title })),
      { kind: 'all', of: [] },
      'title'
    )
    expect(found.map(({ title }) => title)).toEqual([
      'apple',
      '“Apple” pie',
      'éclair',
      "'eclipse'",
      'Zebra'
    ])
  })

  it('by date puts what is no date last', () => {
    const dates = ['soon', '2020-02-30', '2021-01-01', null, '2020-01-01T05:00:00Z']
    const found = runQuery(
      dates.map((publishedDateTime) => aStory({ publishedDateTime })),
      { kind: 'all', of: [] },
      '-date'
    )
    expect(found.map(({ publishedDateTime }) => publishedDateTime)).toEqual([
      '2021-01-01',
      '2020-01-01T05:00:00Z',
      'soon',
      '2020-02-30',
      null
    ])
  })

  it('knows its keys', () => {
    expect(parseSort('-quality')).toBe('-quality')
    expect(SORT_KEYS.map(parseSort)).toEqual(SORT_KEYS)
    expect(['', '-', 'toString', 'size', '--date'].map(parseSort)).toEqual([
      null,
      null,
      null,
      null,
      null
    ])
  })
})
