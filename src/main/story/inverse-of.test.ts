import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryId } from '#shared/story/story-id'
import { applyPatch } from '../../../test/apply-patch'
import { inverseOf } from './inverse-of'
import { planChange } from './plan-change'

const id = '_news/tides.md' as StoryId

/** @returns `null` if the change is refused. */
function dataAfter(data: JsonObject, change: StoryChange): JsonObject | null {
  const patch = planChange(id, data, change)
  return patch.ok ? (applyPatch(data, patch.value) as JsonObject) : null
}

function mustDo(data: JsonObject, change: StoryChange): JsonObject {
  const done = dataAfter(data, change)
  if (done === null) throw new Error(`Refused: ${JSON.stringify(change)}`)
  return done
}

type LinkData = { readonly webUrl: string; readonly title: string; readonly [key: string]: Json }

const address = fc
  .constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  .map((name) => `https://${name}.example/`)
const link: fc.Arbitrary<LinkData> = fc.record({
  title: fc.string({ minLength: 1, maxLength: 3 }),
  webUrl: address,
  quality: fc.nat(200)
})
const topic = fc.constantFrom<Json>('AI', 'Sea', 'Rail', 'Oceans', 7)
const topics = fc.oneof(
  fc.uniqueArray(topic, { maxLength: 4 }),
  fc.array(topic, { maxLength: 5 }),
  fc.constant(null),
  fc.constant('AI')
)
const value: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  null,
  false,
  1,
  'text',
  [],
  {},
  { name: 'A' },
  ['x', { url: 'y' }, 'z']
)
const data = (links: fc.Arbitrary<readonly LinkData[]>): fc.Arbitrary<JsonObject> =>
  fc.record(
    {
      title: value,
      quality: value,
      published: value,
      provider: value,
      images: value,
      topics,
      related: links,
      heat: fc.integer(),
      secured: fc.string()
    },
    { requiredKeys: ['related', 'heat', 'secured'] }
  )
const field = fc.constantFrom(
  'title',
  'quality',
  'published',
  'provider',
  'provider/name',
  'provider/name/first',
  'images',
  'images/0',
  'images/1',
  'images/1/url',
  'images/3'
)

/** A change as an editor makes it: with what stands there. */
function changeOf(before: JsonObject): fc.Arbitrary<StoryChange> {
  const keys = linkKeys(before.related as readonly LinkData[])
  const anyKey = fc.constantFrom(...keys, '1:gone' as LinkKey)
  const place = fc.option(anyKey, { nil: null })
  const named = fc.constantFrom('AI', 'Sea', 'Rail', 'Oceans', 'New')
  const simple: fc.Arbitrary<StoryChange>[] = [
    fc
      .record({ kind: fc.constant('set' as const), field, value })
      .map((change) => ({ ...change, ...seen(before, change.field) })),
    field.map((name) => ({ kind: 'set' as const, field: name, ...seen(before, name) })),
    fc.record({
      kind: fc.constant('add-topic' as const),
      topic: named,
      before: fc.option(named, { nil: null })
    }),
    fc.record({ kind: fc.constant('remove-topic' as const), topic: named }),
    fc.record({ kind: fc.constant('add-link' as const), link, before: place })
  ]
  const ofLinks: fc.Arbitrary<StoryChange>[] = [
    fc.record({ kind: fc.constant('remove-link' as const), link: anyKey }),
    fc.record({ kind: fc.constant('move-link' as const), link: anyKey, before: place }),
    fc
      .record({
        kind: fc.constant('set-link' as const),
        link: anyKey,
        field: fc.constantFrom('title', 'webUrl', 'provider/name'),
        value
      })
      .map((change) => ({
        ...change,
        ...seen(
          (before.related as readonly LinkData[])[keys.indexOf(change.link)] ?? {},
          change.field
        )
      }))
  ]
  return fc.oneof(...simple, ...ofLinks)
}

function seen(holder: Json, path: string): { readonly was?: Json } {
  const was = path.split('/').reduce<Json | undefined>((inside, token) => {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, token))
      return undefined
    return (inside as { readonly [key: string]: Json })[token]
  }, holder)
  return was === undefined ? {} : { was }
}

const scene = (links: fc.Arbitrary<readonly LinkData[]>) =>
  data(links).chain((before) =>
    fc.record({ before: fc.constant(before), change: changeOf(before) })
  )

describe('the inverse of a change', () => {
  it('gives back what was there, and its own inverse does the change again', () => {
    fc.assert(
      fc.property(scene(fc.array(link, { maxLength: 6 })), ({ before, change }) => {
        const done = dataAfter(before, change)
        const inverse = inverseOf(before, change)
        if (done === null || inverse === null) {
          // Nothing to take back means that nothing was done.
          expect(done ?? before).toEqual(before)
          return
        }
        expect(mustDo(done, inverse)).toEqual(before)

        const again = inverseOf(done, inverse)
        expect(again === null ? before : mustDo(before, again)).toEqual(done)
      }),
      { numRuns: 5000 }
    )
  })

  it('is nothing for a change that does nothing', () => {
    fc.assert(
      fc.property(scene(fc.array(link, { maxLength: 6 })), ({ before, change }) => {
        const patch = planChange(id, before, change)
        if (patch.ok && patch.value.length === 0) expect(inverseOf(before, change)).toBeNull()
      }),
      { numRuns: 2000 }
    )
  })

  it('puts the whole list back where a position says nothing any more', () => {
    const images = ['x', 'y', 'z']
    const change: StoryChange = { kind: 'set', field: 'images/0', was: 'x' }
    expect(inverseOf({ images }, change)).toEqual({
      kind: 'set',
      field: 'images',
      was: ['y', 'z'],
      value: images
    })
  })
})

/** What a robot does between a change and its undo: to numbers, to `secured`, and to other links. */
type RobotEdit =
  | { readonly kind: 'number'; readonly field: 'heat' | 'secured'; readonly value: Json }
  | { readonly kind: 'add'; readonly link: LinkData; readonly at: number }
  | { readonly kind: 'drop'; readonly webUrl: string }
  | { readonly kind: 'score'; readonly webUrl: string; readonly quality: number }

const robotEdit: fc.Arbitrary<RobotEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    field: fc.constantFrom('heat' as const, 'secured' as const),
    value: fc.integer()
  }),
  fc.record({
    kind: fc.constant('add' as const),
    link: fc.record({
      title: fc.constant('robot'),
      webUrl: fc.nat(9).map((n) => `https://robot.example/${n}`),
      quality: fc.nat(200)
    }),
    at: fc.nat(8)
  }),
  fc.record({ kind: fc.constant('drop' as const), webUrl: address }),
  fc.record({ kind: fc.constant('score' as const), webUrl: address, quality: fc.nat(200) })
)

function robotDoes(story: JsonObject, edit: RobotEdit, spared: string): JsonObject {
  const related = story.related as readonly LinkData[]
  switch (edit.kind) {
    case 'number':
      return { ...story, [edit.field]: edit.value }
    case 'add':
      return { ...story, related: related.toSpliced(edit.at, 0, edit.link) }
    case 'drop':
      return {
        ...story,
        related: related.filter(({ webUrl }) => webUrl !== edit.webUrl || webUrl === spared)
      }
    case 'score':
      return {
        ...story,
        related: related.map((one) =>
          one.webUrl === edit.webUrl && one.webUrl !== spared
            ? { ...one, quality: edit.quality }
            : one
        )
      }
  }
}

/** The address of the link that a change is about. */
function addressOf(change: StoryChange): string {
  if (change.kind === 'add-link') return (change.link as LinkData).webUrl
  return 'link' in change ? change.link.slice(2) : ''
}

describe('the inverse of a change in a story that a robot edited since', () => {
  const ownLinks = (story: JsonObject) =>
    (story.related as readonly LinkData[]).filter(({ title }) => title !== 'robot')
  /** In an order of their own: a robot adds by position, which differs where a link is away for a while. */
  const robotLinks = (story: JsonObject) =>
    (story.related as readonly LinkData[])
      .filter(({ title }) => title === 'robot')
      .map((one) => JSON.stringify(one))
      .toSorted()

  it('gives back what was there and keeps all that the robot did', () => {
    const unique = fc.uniqueArray(link, { maxLength: 6, selector: ({ webUrl }) => webUrl })
    let undone = 0
    fc.assert(
      fc.property(
        scene(unique),
        fc.array(robotEdit, { maxLength: 6 }),
        ({ before, change }, edits) => {
          const isReaddressed = change.kind === 'set-link' && change.field === 'webUrl'
          const isTwice =
            change.kind === 'add-link' &&
            ownLinks(before).some(({ webUrl }) => webUrl === addressOf(change))
          fc.pre(!isReaddressed && !isTwice)
          const done = dataAfter(before, change)
          const inverse = inverseOf(before, change)
          fc.pre(done !== null && inverse !== null)
          const robot = (story: JsonObject) =>
            edits.reduce((now, edit) => robotDoes(now, edit, addressOf(change)), story)
          const edited = robot(done as JsonObject)
          const neighbours =
            'link' in (inverse as StoryChange) ? neighboursOf(inverse as StoryChange) : []
          const keys = linkKeys(edited.related as readonly Json[])
          // With both neighbours gone nobody knows the place: the link then stands at the end.
          fc.pre(neighbours.length === 0 || neighbours.some((key) => keys.includes(key)))

          const back = mustDo(edited, inverse as StoryChange)

          const expected = robot(before)
          expect({ ...back, related: ownLinks(back) }).toEqual({
            ...expected,
            related: ownLinks(expected)
          })
          expect(robotLinks(back)).toEqual(robotLinks(expected))
          undone += 1
        }
      ),
      { numRuns: 3000 }
    )
    expect(undone).toBeGreaterThan(1000)
  })
})

function neighboursOf(change: StoryChange): readonly LinkKey[] {
  if (change.kind !== 'move-link' && change.kind !== 'add-link') return []
  return [change.before, change.after].filter((key) => key != null)
}
