import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryId } from '#shared/story/story-id'
import { applyPatch } from '../../../test/apply-patch'
import { planChange } from './plan-change'

const id = '_news/tides.md' as StoryId
const a = { title: 'A', webUrl: 'https://a.example/' }
const b = { title: 'B', webUrl: 'https://b.example/' }
const c = { title: 'C', webUrl: 'https://c.example/' }
const d = { title: 'D', webUrl: 'https://d.example/' }

/** A link's key: its address, and which of the links with that address it is. */
const key = (link: { readonly webUrl: string }, occurrence = 1): LinkKey =>
  `${occurrence}:${link.webUrl}` as LinkKey

const plan = (data: JsonObject, change: StoryChange) => planChange(id, data, change)

/** The data after a change that must be possible. */
function dataAfter(data: JsonObject, change: StoryChange): JsonObject {
  const patch = plan(data, change)
  if (!patch.ok) throw new Error(patch.error.code)
  return applyPatch(data, patch.value) as JsonObject
}

describe('setting a field', () => {
  it('replaces what the editor saw, whatever happened to other fields', () => {
    expect(
      plan({ heat: 9, quality: 52 }, { kind: 'set', field: 'quality', was: 52, value: 80 })
    ).toEqual({
      ok: true,
      value: [{ op: 'replace', path: '/quality', value: 80 }]
    })
  })

  it('is a conflict with both values if somebody else changed the field', () => {
    expect(plan({ quality: 60 }, { kind: 'set', field: 'quality', was: 52, value: 80 })).toEqual({
      ok: false,
      error: { code: 'conflict', id, field: 'quality', yours: 80, theirs: 60 }
    })
  })

  it.each([
    [1984, '1984', true],
    [1, '1.0', true],
    [true, 'true', true],
    [1984, '1985', false],
    ['1984', 1984, false]
  ])('takes %j for what an editor saw as %j: %s', (now, was, isTaken) => {
    const change = { kind: 'set', field: 'title', was, value: 'New' } as const
    expect(plan({ title: now }, change).ok).toBe(isTaken)
  })

  it('names a missing value null in a conflict', () => {
    expect(plan({}, { kind: 'set', field: 'quality', was: 52 })).toEqual({ ok: true, value: [] })
    expect(plan({ quality: 60 }, { kind: 'set', field: 'quality', was: 52 })).toMatchObject({
      error: { yours: null, theirs: 60 }
    })
    expect(plan({}, { kind: 'set', field: 'quality', was: 52, value: 80 })).toMatchObject({
      error: { yours: 80, theirs: null }
    })
  })

  it.each<
    [
      name: string,
      data: JsonObject,
      change: Omit<Extract<StoryChange, { kind: 'set' }>, 'kind'>,
      patch: Json
    ]
  >([
    [
      'nothing if the field has the value already',
      { quality: 80 },
      { field: 'quality', was: 52, value: 80 },
      []
    ],
    [
      'nothing if maps only differ in their order',
      { provider: { name: 'A', domain: 'a' } },
      { field: 'provider', was: null, value: { domain: 'a', name: 'A' } },
      []
    ],
    [
      'an addition for a missing field',
      {},
      { field: 'quality', value: 80 },
      [{ op: 'add', path: '/quality', value: 80 }]
    ],
    [
      'an addition if a row showed the missing field as null',
      {},
      { field: 'published', was: null, value: false },
      [{ op: 'add', path: '/published', value: false }]
    ],
    [
      'a replacement for null',
      { published: null },
      { field: 'published', value: false },
      [{ op: 'replace', path: '/published', value: false }]
    ],
    [
      'a removal without a value',
      { heat: 4 },
      { field: 'heat', was: 4 },
      [{ op: 'remove', path: '/heat' }]
    ],
    [
      'null as a value',
      { heat: 4 },
      { field: 'heat', was: 4, value: null },
      [{ op: 'replace', path: '/heat', value: null }]
    ],
    [
      'a field inside a map',
      { provider: { name: 'A' } },
      { field: 'provider/name', was: 'A', value: 'B' },
      [{ op: 'replace', path: '/provider/name', value: 'B' }]
    ],
    [
      'a new field inside a map',
      { provider: {} },
      { field: 'provider/name', value: 'B' },
      [{ op: 'add', path: '/provider/name', value: 'B' }]
    ],
    [
      'a map that is missing',
      {},
      { field: 'provider/name', value: 'B' },
      [{ op: 'add', path: '/provider', value: { name: 'B' } }]
    ],
    [
      'a map in the place of null',
      { provider: null },
      { field: 'provider/name', value: 'B' },
      [{ op: 'replace', path: '/provider', value: { name: 'B' } }]
    ],
    [
      'a field in a list',
      { images: [{ url: 'x' }] },
      { field: 'images/0/url', was: 'x', value: 'y' },
      [{ op: 'replace', path: '/images/0/url', value: 'y' }]
    ],
    [
      'a new item at the end of a list',
      { images: ['x'] },
      { field: 'images/1', value: 'y' },
      [{ op: 'add', path: '/images/1', value: 'y' }]
    ],
    [
      'a key with a slash',
      { 'a/b': 1 },
      { field: 'a~1b', was: 1, value: 2 },
      [{ op: 'replace', path: '/a~1b', value: 2 }]
    ],
    [
      'a key of every object',
      {},
      { field: 'toString', value: 'x' },
      [{ op: 'add', path: '/toString', value: 'x' }]
    ]
  ])('plans %s', (_, data, change, patch) => {
    expect(plan(data, { kind: 'set', ...change })).toEqual({ ok: true, value: patch })
  })

  it.each<[field: string, data: JsonObject, reason: RegExp]>([
    ['secured', { secured: 'x' }, /encrypted/],
    ['secured/0', { secured: ['x'] }, /encrypted/],
    ['related', { related: [] }, /one by one/],
    ['related/0/quality', { related: [{}] }, /one by one/],
    ['title/first', { title: 'x' }, /neither a map nor a list/],
    ['published/x', { published: false }, /neither a map nor a list/],
    ['images/0/url', {}, /no such list/],
    ['images/2', { images: ['x'] }, /no such position/],
    ['images/01', { images: ['x'] }, /no such position/],
    ['images/first', { images: ['x'] }, /no such position/],
    ['a~2', {}, /not written as one/]
  ])('refuses %s', (field, data, reason) => {
    expect(plan(data, { kind: 'set', field, value: 'y' })).toEqual({
      ok: false,
      error: { code: 'not-editable', id, field, reason: expect.stringMatching(reason) }
    })
  })
})

describe('topics', () => {
  it.each<[name: string, topics: Json | undefined, before: string | null, result: Json]>([
    ['at the end', ['Sea', 'AI'], null, ['Sea', 'AI', 'Rail']],
    ['before another', ['Sea', 'AI'], 'AI', ['Sea', 'Rail', 'AI']],
    ['at the end if that other is gone', ['Sea'], 'AI', ['Sea', 'Rail']],
    ['once', ['Rail', 'AI'], 'AI', ['Rail', 'AI']],
    ['where there are none', undefined, null, ['Rail']],
    ['where there is null', null, null, ['Rail']],
    ['to an empty list', [], null, ['Rail']],
    ['before the first of two equal ones', ['AI', 'Sea', 'AI'], 'AI', ['Rail', 'AI', 'Sea', 'AI']]
  ])('are added %s', (_, topics, before, result) => {
    const data = topics === undefined ? {} : { topics }
    expect(dataAfter(data, { kind: 'add-topic', topic: 'Rail', before })).toEqual({
      topics: result
    })
  })

  it('are removed every time they are named', () => {
    expect(
      dataAfter({ topics: ['AI', 'Sea', 'AI', 5] }, { kind: 'remove-topic', topic: 'AI' })
    ).toEqual({ topics: ['Sea', 5] })
  })

  it('leave an empty list behind', () => {
    expect(dataAfter({ topics: ['AI'] }, { kind: 'remove-topic', topic: 'AI' })).toEqual({
      topics: []
    })
  })

  it.each([{}, { topics: null }, { topics: [] }, { topics: ['Sea'] }])(
    'that are gone cannot be removed from %j',
    (data) => {
      expect(plan(data, { kind: 'remove-topic', topic: 'AI' })).toEqual({
        ok: false,
        error: { code: 'gone', id, what: 'The topic AI' }
      })
    }
  )

  it.each(['AI', 5, { AI: true }, false])(
    'that are %j instead of a list are left alone',
    (topics) => {
      const refusal = {
        ok: false,
        error: { code: 'not-editable', id, field: 'topics', reason: expect.any(String) }
      }
      expect(plan({ topics }, { kind: 'add-topic', topic: 'Sea', before: null })).toEqual(refusal)
      expect(plan({ topics }, { kind: 'remove-topic', topic: 'AI' })).toEqual(refusal)
    }
  )
})

describe('links', () => {
  it.each<[name: string, change: StoryChange, related: Json]>([
    ['move before another', { kind: 'move-link', link: key(c), before: key(a) }, [c, a, b]],
    ['move down', { kind: 'move-link', link: key(a), before: key(c) }, [b, a, c]],
    ['move to the end', { kind: 'move-link', link: key(a), before: null }, [b, c, a]],
    [
      'move behind another if the one to follow is gone',
      { kind: 'move-link', link: key(c), before: key(d), after: key(a) },
      [a, c, b]
    ],
    [
      'move behind a later one if the one to follow is gone',
      { kind: 'move-link', link: key(a), before: key(d), after: key(b) },
      [b, a, c]
    ],
    [
      'move to the end if both neighbours are gone',
      { kind: 'move-link', link: key(a), before: key(d), after: key(d, 2) },
      [b, c, a]
    ],
    ['are added before another', { kind: 'add-link', link: d, before: key(b) }, [a, d, b, c]],
    ['are added at the end', { kind: 'add-link', link: d, before: null }, [a, b, c, d]],
    [
      'are added behind another if the one to follow is gone',
      { kind: 'add-link', link: d, before: key(d), after: key(a) },
      [a, d, b, c]
    ],
    ['are removed', { kind: 'remove-link', link: key(b) }, [a, c]],
    [
      'are changed',
      { kind: 'set-link', link: key(b), field: 'title', was: 'B', value: 'X' },
      [a, { ...b, title: 'X' }, c]
    ]
  ])('%s', (_, change, related) => {
    expect(dataAfter({ related: [a, b, c] }, change)).toEqual({ related })
  })

  it.each<[string, StoryChange]>([
    ['before its follower', { kind: 'move-link', link: key(a), before: key(b) }],
    ['before itself', { kind: 'move-link', link: key(b), before: key(b) }],
    ['to the end', { kind: 'move-link', link: key(c), before: null }],
    [
      'to a value that it has',
      { kind: 'set-link', link: key(b), field: 'title', was: 'Z', value: 'B' }
    ]
  ])('that are there already need nothing: %s', (_, change) => {
    expect(plan({ related: [a, b, c] }, change)).toEqual({ ok: true, value: [] })
  })

  it.each<[string, StoryChange]>([
    ['move', { kind: 'move-link', link: key(d), before: null }],
    ['be removed', { kind: 'remove-link', link: key(d) }],
    ['be changed', { kind: 'set-link', link: key(d), field: 'quality', value: 1 }],
    ['be named a second time', { kind: 'remove-link', link: key(a, 2) }]
  ])('that are gone cannot %s', (_, change) => {
    expect(plan({ related: [a, b, c] }, change)).toMatchObject({
      ok: false,
      error: { code: 'gone', id }
    })
    expect(plan({}, change)).toMatchObject({ ok: false, error: { code: 'gone' } })
  })

  it.each([{}, { related: null }, { related: [] }])(
    'are added where there are none, as in %j',
    (data) => {
      expect(dataAfter(data, { kind: 'add-link', link: a, before: key(b) })).toEqual({
        related: [a]
      })
    }
  )

  it('with the same address are told apart', () => {
    const second = { ...a, title: 'A again' }
    const related = [a, b, second]
    expect(dataAfter({ related }, { kind: 'remove-link', link: key(a, 2) })).toEqual({
      related: [a, b]
    })
    expect(dataAfter({ related }, { kind: 'move-link', link: key(a, 2), before: key(a) })).toEqual({
      related: [second, a, b]
    })
    expect(
      dataAfter(
        { related },
        { kind: 'set-link', link: key(a, 2), field: 'title', was: 'A again', value: 'X' }
      )
    ).toEqual({ related: [a, b, { ...a, title: 'X' }] })
  })

  it('that are plain text move, but have no fields', () => {
    const related = ['one', 'two']
    const [, two] = linkKeys(related) as [LinkKey, LinkKey]
    expect(
      dataAfter({ related }, { kind: 'move-link', link: two, before: '1:one' as LinkKey })
    ).toEqual({ related: ['two', 'one'] })
    expect(plan({ related }, { kind: 'set-link', link: two, field: 'title', value: 'x' })).toEqual({
      ok: false,
      error: {
        code: 'not-editable',
        id,
        field: 'title of “two”',
        reason: 'this link is plain text'
      }
    })
  })

  it('say which link a conflict is about', () => {
    expect(
      plan(
        { related: [{ ...a, quality: 9 }] },
        { kind: 'set-link', link: key(a), field: 'quality', was: 5, value: 7 }
      )
    ).toEqual({
      ok: false,
      error: { code: 'conflict', id, field: 'quality of “A”', yours: 7, theirs: 9 }
    })
  })

  it('keep their own secured value to themselves', () => {
    expect(
      plan(
        { related: [{ ...a, secured: 'x' }] },
        { kind: 'set-link', link: key(a), field: 'secured', was: 'x', value: 'y' }
      )
    ).toMatchObject({ error: { code: 'not-editable' } })
  })

  it.each(['text', 5, { a: 1 }])('that are %j instead of a list are left alone', (related) => {
    for (const change of [
      { kind: 'add-link', link: a, before: null },
      { kind: 'remove-link', link: key(a) }
    ] as const) {
      expect(plan({ related }, change)).toMatchObject({
        error: { code: 'not-editable', field: 'related' }
      })
    }
  })
})

describe('an editor and a robot on the same links', () => {
  it('both get what they want: the editor removes A and moves B, the robot adds C and drops D', () => {
    const e = { title: 'E', webUrl: 'https://e.example/' }
    // The editor saw [a, e, b, d].
    const robot = { related: [c, a, { ...e, quality: 7 }, b], heat: 12 }

    const removed = dataAfter(robot, { kind: 'remove-link', link: key(a) })
    const moved = dataAfter(removed, { kind: 'move-link', link: key(b), before: key(e) })

    expect(moved).toEqual({ related: [c, b, { ...e, quality: 7 }], heat: 12 })
  })

  it('both get what they want with an address that stands there twice', () => {
    const twice = { ...a, title: 'A again' }
    // The editor saw [a, twice, b, d], removed the second A and moved B to the top.
    const robot = [a, twice, c, b]

    const removed = dataAfter({ related: robot }, { kind: 'remove-link', link: key(a, 2) })
    const moved = dataAfter(removed, { kind: 'move-link', link: key(b), before: key(a) })

    expect(moved).toEqual({ related: [b, a, c] })
  })
})
