import { describe, expect, it } from 'vitest'
import { aStory } from '../../../test/a-story'
import { completions } from './query-completion'
import { facets } from './query-facets'
import { compileQuery } from './query-match'
import { parseQuery } from './query-parse'
import { HAVING, queryTerm } from './query-syntax'

const odd = [
  'or',
  'a"b',
  'back\\slash',
  '(paren)',
  'c*',
  '1..2',
  '>5',
  '-x',
  '“typo”',
  'Ünï cøde',
  'x:y',
  ''
]
const stories = [
  aStory({
    topics: ['Deep sea', 'AI', 'AI'],
    provider: 'Meridian Wire',
    type: 'article',
    published: true,
    publishedDateTime: '2020-05-02'
  }),
  aStory({
    topics: ['AI', 'ai'],
    provider: 'Halyard',
    type: 'video',
    published: false,
    publishedDateTime: '2020-06-02'
  }),
  aStory({ topics: ['Trains'], provider: 'Halyard', category: 'news', publishedDateTime: 'soon' })
]
const counts = facets(stories)

describe('facets', () => {
  it('count the stories of each value, most frequent first, months newest first', () => {
    expect(counts).toEqual({
      topic: [
        { value: 'AI', count: 2 },
        { value: 'Deep sea', count: 1 },
        { value: 'Trains', count: 1 }
      ],
      provider: [
        { value: 'Halyard', count: 2 },
        { value: 'Meridian Wire', count: 1 }
      ],
      type: [
        { value: 'article', count: 1 },
        { value: 'video', count: 1 }
      ],
      category: [{ value: 'news', count: 1 }],
      published: [
        { value: 'false', count: 1 },
        { value: 'true', count: 1 }
      ],
      month: [
        { value: '2020-06', count: 1 },
        { value: '2020-05', count: 1 }
      ]
    })
  })

  it('count what a search for the value finds, whatever the value is', () => {
    const library = [...stories, ...odd.map((name) => aStory({ topics: [name], provider: name }))]
    const all = facets(library)
    for (const [facet, field] of [
      ['topic', 'topic'],
      ['provider', 'provider'],
      ['type', 'type'],
      ['category', 'category'],
      ['published', 'published'],
      ['month', 'date']
    ] as const) {
      for (const { value, count } of all[facet]) {
        const query = parseQuery(queryTerm(field, value))
        if (!query.ok) throw new Error(`${queryTerm(field, value)}: ${query.error.message}`)
        expect([value, library.filter(compileQuery(query.value)).length]).toEqual([value, count])
      }
    }
  })
})

/** The text after taking each suggestion, the cursor being at `|`. */
function taken(marked: string, from = counts): readonly string[] {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  return completions(text, cursor, from).map(
    ({ start, end, insert }) => text.slice(0, start) + insert + text.slice(end)
  )
}

describe('completion', () => {
  it.each<[name: string, marked: string, texts: readonly string[]]>([
    ['a field by its beginning', 'qu|', ['quality>=']],
    ['fields and values that begin alike', 't|', ['title:', 'topic:', 'type:', 'topic:Trains']],
    ['a value by one of its words', 'a SEA|', ['a topic:"Deep sea"']],
    ['a negated word', '-tra|', ['-topic:Trains']],
    ['a field in parentheses', '(a or qu|)', ['(a or quality>=)']],
    [
      'the values of a field, most frequent first',
      'provider:|',
      ['provider:Halyard', 'provider:"Meridian Wire"']
    ],
    ['a begun value', 'provider:mer|', ['provider:"Meridian Wire"']],
    ['a value in an open quote', 'topic:"deep s|', ['topic:"Deep sea"']],
    ['a value with the cursor inside it', 'topic:tr|iple x', ['topic:Trains x']],
    ['months', 'date:|', ['date:2020-06', 'date:2020-05']],
    ['true and false', 'published:|', ['published:false', 'published:true']],
    ['what is has', 'has:|', HAVING.map((what) => `has:${what}`)],
    ['states by their beginning', 'is:pr|', ['is:problem']],
    ['nothing for numbers', 'quality>=|', []],
    ['nothing in a phrase', '"qu|"', []],
    ['nothing for a field that there is not', 'colour:|', []]
  ])('offers %s', (_, marked, texts) => {
    expect(taken(marked)).toEqual(texts)
  })

  it('offers the fields where nothing is begun', () => {
    expect(taken('a |b')).toContain('a quality>=b')
    expect(completions('', 0, counts).map(({ count }) => count)).toEqual(
      completions('', 0, counts).map(() => null)
    )
  })

  it('offers 20 at most', () => {
    const many = facets(Array.from({ length: 50 }, (_, n) => aStory({ topics: [`Topic ${n}`] })))
    expect(completions('topic:', 6, many)).toHaveLength(20)
  })

  it('writes odd values so that they are read back', () => {
    const library = odd.filter((name) => name !== '').map((name) => aStory({ topics: [name] }))
    for (const text of taken('topic:|', facets(library))) {
      const query = parseQuery(text)
      expect([text, query.ok && library.filter(compileQuery(query.value)).length]).toEqual([
        text,
        1
      ])
    }
  })
})
