import { expect, it } from 'vitest'
import type { Connection, Transport } from '#shared/contract/contract'
import { createEmitter } from '#shared/emitter'
import type { LibraryEvent, LibrarySnapshot, LibraryState } from '#shared/library/library-state'
import { createLibraryStore } from './library-store'
import { aStory } from './story.builder'

const state: LibraryState = {
  phase: 'open',
  folder: '/stories',
  unreadable: [],
  progress: { read: 2, total: 2 },
  undo: null,
  redo: null,
  watching: 'events',
  site: { url: '', baseurl: '' },
  vocabulary: []
}
const tides = aStory({ id: 'tides.md', quality: 50 })
const gulls = aStory({ id: 'gulls.md' })
const anEvent = (over: Partial<LibraryEvent>): LibraryEvent => ({
  revision: 8,
  source: 'disk',
  saved: [],
  removed: [],
  state,
  ...over
})

function host(first: LibrarySnapshot = { revision: 7, state, stories: [tides, gulls] }) {
  const events = createEmitter<LibraryEvent>()
  const connection = createEmitter<Connection>()
  const opened: ((snapshot: LibrarySnapshot | Error) => void)[] = []
  const transport: Transport = {
    call: () =>
      new Promise<never>((resolve, reject) => {
        opened.push((answer) =>
          answer instanceof Error ? reject(answer) : resolve(answer as never)
        )
      }),
    subscribe: events.subscribe,
    connection,
    host: { kind: 'browser', subscribe: () => () => {} }
  }
  const answer = async (snapshot: LibrarySnapshot | Error = first) => {
    opened.shift()?.(snapshot)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { store: createLibraryStore(transport), events, connection, opened, answer }
}

it('is ready once the snapshot is there', async () => {
  const { store, connection, answer } = host()
  expect(store.getState().app).toBe('loading')

  connection.emit('open')
  await answer()

  expect(store.getState().app).toBe('ready')
  expect([...store.getState().stories.values()]).toEqual([tides, gulls])
})

it('applies events in their order, also those that came before the snapshot', async () => {
  const { store, events, connection, answer } = host()
  connection.emit('open')
  events.emit(anEvent({ revision: 7, removed: [gulls.id] }))
  events.emit(anEvent({ revision: 8, saved: [{ ...tides, quality: 60 }] }))

  await answer()
  events.emit(anEvent({ revision: 9, removed: [gulls.id] }))

  expect([...store.getState().stories.values()]).toEqual([{ ...tides, quality: 60 }])
  expect(store.getState().revision).toBe(9)
})

it('knows what is reviewed and held, from the snapshot and from events', async () => {
  const { store, events, connection, answer } = host({
    revision: 7,
    state,
    stories: [tides, gulls],
    reviews: [{ id: tides.id, review: 'held' }]
  })
  connection.emit('open')
  await answer()
  expect([...store.getState().reviews]).toEqual([[tides.id, 'held']])

  events.emit(anEvent({ revision: 8, reviewed: [{ id: gulls.id, review: 'reviewed' }] }))
  events.emit(anEvent({ revision: 9, reviewed: [{ id: tides.id, review: null }] }))

  expect([...store.getState().reviews]).toEqual([[gulls.id, 'reviewed']])
})

it('knows which stories are one report, from the snapshot and from events', async () => {
  const pair = { a: tides.id, b: gulls.id, why: 'The same title.' }
  const stories = [tides, gulls]
  const { store, events, connection, answer } = host({
    revision: 7,
    state,
    stories,
    duplicates: [pair]
  })
  connection.emit('open')
  await answer()
  events.emit(anEvent({ revision: 8, saved: [tides] }))
  expect([...store.getState().duplicates]).toEqual([tides.id, gulls.id])

  events.emit(anEvent({ revision: 9, duplicates: [] }))
  expect(store.getState()).toMatchObject({ duplicates: new Set(), touched: null })
})

it('loses no review among events that are shown together', async () => {
  const reading: LibraryState = { ...state, phase: 'opening' }
  const { store, events, connection, answer } = host({ revision: 0, state: reading, stories: [] })
  connection.emit('open')
  await answer()

  const held = [{ id: tides.id, review: 'held' }] as const
  events.emit(anEvent({ revision: 1, source: 'scan', reviewed: held, state: reading }))
  events.emit(anEvent({ revision: 2, source: 'scan', saved: [tides] }))

  expect([...store.getState().reviews]).toEqual([[tides.id, 'held']])
})

it('opens again when an event is missing', async () => {
  const { store, events, connection, opened, answer } = host()
  connection.emit('open')
  await answer()

  events.emit(anEvent({ revision: 9, removed: [gulls.id] }))
  expect(opened).toHaveLength(1)
  await answer({ revision: 9, state, stories: [tides] })

  expect([...store.getState().stories.keys()]).toEqual([tides.id])
})

it('tells a host that was started again from one that does not answer', async () => {
  const { store, connection, opened, answer } = host()
  connection.emit('open')
  await answer()

  connection.emit('refused')
  expect(store.getState()).toMatchObject({ connected: false, refused: true, app: 'ready' })
  connection.emit('broken')
  expect(store.getState()).toMatchObject({ connected: false, refused: false })

  connection.emit('refused')
  connection.emit('open')
  expect(opened).toHaveLength(1)
  await answer()
  expect(store.getState()).toMatchObject({ connected: true, refused: false })
})

it('opens again after the connection broke, and keeps showing the rows meanwhile', async () => {
  const { store, connection, opened, answer } = host()
  connection.emit('open')
  await answer()

  connection.emit('broken')
  expect(store.getState()).toMatchObject({ connected: false, app: 'ready' })
  expect(store.getState().stories.size).toBe(2)

  connection.emit('open')
  expect(opened).toHaveLength(1)
  await answer({ revision: 0, state, stories: [gulls] })

  expect(store.getState()).toMatchObject({ connected: true, revision: 0 })
  expect([...store.getState().stories.keys()]).toEqual([gulls.id])
})

it('has failed when the host never answered', async () => {
  const { store, connection, answer } = host()
  connection.emit('open')

  await answer(new Error('gone'))

  expect(store.getState()).toMatchObject({ app: 'failed', connected: false })
})

it('stays loading until all rows are read', async () => {
  const reading: LibraryState = { ...state, phase: 'opening' }
  const { store, events, connection, answer } = host({
    revision: 0,
    state: reading,
    stories: []
  })
  connection.emit('open')
  await answer()
  expect(store.getState().app).toBe('loading')

  events.emit(anEvent({ revision: 1, source: 'scan', saved: [tides], state: reading }))
  events.emit(anEvent({ revision: 2, source: 'scan', saved: [gulls] }))

  expect(store.getState()).toMatchObject({ app: 'ready', revision: 2 })
  expect([...store.getState().stories.values()]).toEqual([tides, gulls])
})

it('says which stories the checks told of, so that nobody looks at all others', async () => {
  const { store, events, connection, answer } = host({
    revision: 7,
    state,
    stories: [tides, gulls]
  })
  connection.emit('open')
  await answer()

  const found = [
    { rule: 'html-in-text', severity: 'note', count: 1, fixable: 0, line: 1, message: '' }
  ] as const
  events.emit(anEvent({ revision: 8, findings: [{ id: gulls.id, found }] }))

  expect(store.getState()).toMatchObject({
    touched: [gulls.id],
    findings: new Map([[gulls.id, found]])
  })
})
