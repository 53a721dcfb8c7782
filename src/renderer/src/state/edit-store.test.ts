import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Connection, Params, Transport } from '#shared/contract/contract'
import { createEmitter } from '#shared/emitter'
import type { LinkKey } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import { editKey } from './edit-key'
import { createEditStore } from './edit-store'
import { linkField } from './field-name'
import type { Library } from './library-store'
import { createVoice } from './notice-store'
import { aStory } from './story.builder'

const { id } = aStory()
const conflict = (theirs: string | number): StoryError => ({
  code: 'conflict',
  id,
  field: 'title',
  yours: 'mine',
  theirs
})

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: StoryError } | 'lost'

/** A library that answers changes one by one, in the order of `answers`, and remembers them. */
function host(...answers: readonly Answer[]) {
  const sent: Params<'story.change'>[] = []
  const waiting = [...answers]
  const transport = {
    ...createEmitter<never>(),
    connection: createEmitter<Connection>(),
    async call(_: string, params: Params<'story.change'>) {
      sent.push(params)
      const answer = waiting.shift() ?? { ok: true }
      if (answer === 'lost') throw new Error('The connection broke')
      return answer.ok ? { ok: true, value: aStory() } : answer
    }
  } as unknown as Transport
  const library = createStore(() => ({ connected: true, state: { phase: 'open' } }) as Library)
  const voice = createVoice()
  const undone: string[] = []
  const edits = createEditStore(
    transport,
    library,
    voice,
    {
      keyAfter: (_, __, address) => `1:${address}` as LinkKey,
      reread: async () => {}
    },
    () => undone.push('undo')
  )
  const find = (field: 'title' | 'quality') => edits.store.getState().edits.get(editKey(id, field))
  const changes = () => sent.map(({ change }) => change)
  return { edits, library, voice, find, sent, changes, undone }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve))

it('sends what the editor saw and what they want, and forgets the edit once it is saved', async () => {
  const { edits, find, changes } = host()

  edits.want(id, 'quality', 52, 80)
  await edits.commit(id, 'quality', null)

  expect(changes()).toEqual([{ kind: 'set', field: 'quality', was: 52, value: 80 }])
  expect(find('quality')).toBeUndefined()
})

it('says nothing of a value that was not there', async () => {
  const { edits, changes } = host()

  edits.want(id, 'quality', undefined, 80)
  await edits.commit(id, 'quality', null)

  expect(changes()).toEqual([{ kind: 'set', field: 'quality', value: 80 }])
})

it('sends only the last of the values that were wanted while one was on its way', async () => {
  const { edits, changes } = host()
  edits.want(id, 'quality', 52, 53)
  const first = edits.commit(id, 'quality', 'nudge')

  for (const value of [54, 55, 56]) {
    edits.want(id, 'quality', 52, value)
    void edits.commit(id, 'quality', 'nudge')
  }
  await first

  expect(changes()).toMatchObject([
    { was: 52, value: 53 },
    { was: 53, value: 56 }
  ])
})

it('keeps a number that could not be saved, says why, and takes that back once it is saved', async () => {
  const { edits, find, voice } = host({ ok: false, error: { code: 'disk', id, reason: 'EROFS' } })

  edits.want(id, 'quality', 52, 80)
  await edits.commit(id, 'quality', null)
  expect(find('quality')).toMatchObject({ value: 80, trouble: { kind: 'refused' } })
  expect(voice.store.getState().notice?.detail).toContain('EROFS')

  await edits.commit(id, 'quality', null)
  expect(find('quality')).toBeUndefined()
  expect(voice.store.getState().notice).toBeNull()
})

it('saves what waits for a broken story once that is mended', async () => {
  const problem = { code: 'bad-yaml', line: 3, column: 1, message: 'A quote is never closed.' }
  const broken = { code: 'problem', id, problem } as StoryError
  const { edits, library, find, changes } = host({ ok: false, error: broken })
  const row = (over: object) => library.setState({ stories: new Map([[id, aStory(over)]]) })
  row({ problem })
  edits.want(id, 'quality', 52, 80)
  await edits.commit(id, 'quality', null)
  expect(find('quality')?.trouble?.kind).toBe('refused')

  row({ problem: null })
  await aMoment()

  expect(changes()).toHaveLength(2)
  expect(find('quality')).toBeUndefined()
})

it('gives a number up that can never be saved, and says why', async () => {
  const error = { code: 'not-editable', id, field: 'quality', reason: 'it is a list' } as const
  const { edits, find, voice } = host({ ok: false, error })

  edits.want(id, 'quality', 52, 80)
  await edits.commit(id, 'quality', null)

  expect(find('quality')).toBeUndefined()
  expect(voice.store.getState().notice?.detail).toContain('it is a list')
})

it('keeps text and numbers while the folder is away, and saves them when it is back', async () => {
  const gone = { ok: false, error: { code: 'not-found', id } } as const
  const { edits, library, voice, find, changes } = host(gone, gone)
  edits.want(id, 'title', 'Tides', 'Tides rise')
  await edits.commit(id, 'title', null)
  expect(voice.store.getState().notice).not.toBeNull()

  library.setState(({ state }) => ({ state: { ...state, phase: 'away' } }))
  expect(voice.store.getState().notice).toBeNull()
  edits.want(id, 'quality', 52, 80)
  await edits.commit(id, 'quality', null)
  expect(find('title')).toMatchObject({ value: 'Tides rise', trouble: { kind: 'away' } })
  expect(find('quality')).toMatchObject({ value: 80, trouble: { kind: 'away' } })
  expect(voice.store.getState().notice).toBeNull()

  library.setState(({ state }) => ({ state: { ...state, phase: 'open' } }))
  await aMoment()
  expect(changes().slice(2)).toMatchObject([{ value: 'Tides rise' }, { value: 80 }])
  expect(edits.store.getState().edits.size).toBe(0)
  expect(voice.store.getState().announcement.text).toBe('Everything is saved now.')
})

it('keeps text that could not be sent, and sends it again when the connection is back', async () => {
  const { edits, library, find, changes } = host('lost')
  edits.enter(id, 'title', 'Tides')
  edits.want(id, 'title', 'Tides', 'Tides rise')
  edits.leave(id, 'title', 'typing')
  await aMoment()
  expect(find('title')).toMatchObject({ value: 'Tides rise', trouble: { kind: 'lost' } })

  library.setState({ connected: false })
  library.setState({ connected: true })
  await aMoment()

  expect(changes()).toHaveLength(2)
  expect(find('title')).toBeUndefined()
})

it('settles a clash by the value of the editor', async () => {
  const { edits, find, changes } = host({ ok: false, error: conflict('theirs') })
  edits.want(id, 'title', 'old', 'mine')
  await edits.commit(id, 'title', null)
  expect(find('title')?.trouble).toEqual({ kind: 'conflict', theirs: 'theirs' })

  edits.keepYours(id, 'title')
  await aMoment()

  expect(changes().at(-1)).toMatchObject({ was: 'theirs', value: 'mine' })
  expect(find('title')).toBeUndefined()
})

it('settles a clash by the value on disk without writing anything', async () => {
  const { edits, find, changes } = host({ ok: false, error: conflict('theirs') })
  edits.want(id, 'title', 'old', 'mine')
  await edits.commit(id, 'title', null)

  edits.takeTheirs(id, 'title')
  await aMoment()

  expect(changes()).toHaveLength(1)
  expect(find('title')).toBeUndefined()
})

it('folds the saves of one typing into one step', async () => {
  const { edits, sent } = host()
  edits.enter(id, 'title', 'Tides')
  edits.want(id, 'title', 'Tides', 'Tides r')
  await edits.commit(id, 'title', 'typing')
  edits.want(id, 'title', 'Tides', 'Tides rise')
  edits.leave(id, 'title', 'typing')
  await aMoment()

  expect(sent.map(({ fold }) => fold)).toEqual(['typing', 'typing'])
})

it('sends nothing that does not fit its field, and says why', async () => {
  const { edits, voice, changes } = host()
  const find = () => edits.store.getState().edits.get(editKey(id, 'publishedDateTime'))

  edits.want(id, 'publishedDateTime', '2026-03-12T09:23:00Z', 'soon')
  await edits.commit(id, 'publishedDateTime', null)
  expect(changes()).toEqual([])
  expect(find()?.trouble?.kind).toBe('unfit')
  expect(voice.store.getState().announcement.text).toContain('2026-03-12 09:23')

  edits.want(id, 'publishedDateTime', '2026-03-12T09:23:00Z', '2026-03-13')
  await edits.commit(id, 'publishedDateTime', null)
  expect(changes()).toMatchObject([{ value: '2026-03-13T00:00:00Z' }])
  expect(find()).toBeUndefined()
})

it('sends text without control characters, and a title in one line', async () => {
  const { edits, changes } = host()

  edits.want(id, 'title', 'Tides', 'Tides\u0000\nrise')
  await edits.commit(id, 'title', null)
  edits.want(id, 'excerpt', 'Short', 'Short\u0007\nand sweet')
  await edits.commit(id, 'excerpt', null)

  expect(changes()).toMatchObject([{ value: 'Tides rise' }, { value: 'Short\nand sweet' }])
})

it('takes what was not saved of a link along to its new key', () => {
  const { edits } = host()
  const [from, to] = ['1:https://a.example' as LinkKey, '1:https://b.example' as LinkKey]
  edits.want(id, linkField(from, 'title'), 'Old', 'New')
  edits.enter(id, linkField(from, 'webUrl'), 'https://a.example')

  edits.renameLink(id, from, to)

  expect([...edits.store.getState().edits.keys()]).toEqual([editKey(id, linkField(to, 'title'))])
})

it('waits with the fields of a link until its new address is saved', async () => {
  const { edits, changes } = host()
  const link = '1:https://a.example' as LinkKey
  edits.want(id, linkField(link, 'webUrl'), 'https://a.example', 'https://b.example')
  edits.want(id, linkField(link, 'quality'), 50, 60)

  const address = edits.commit(id, linkField(link, 'webUrl'), null)
  const quality = edits.commit(id, linkField(link, 'quality'), null)
  await Promise.all([address, quality])

  expect(changes()).toMatchObject([
    { link, field: 'webUrl' },
    { link: '1:https://b.example', field: 'quality', value: 60 }
  ])
})

it('goes back by Escape in a step of its own that is announced, once all that was typed is saved', async () => {
  const { edits, sent, voice, undone, find } = host()
  edits.enter(id, 'title', 'Tides')
  edits.want(id, 'title', 'Tides', 'Tides rise')
  await edits.commit(id, 'title', 'typing')
  edits.want(id, 'title', 'Tides', 'Tides rise fast')

  edits.takeBack(id, 'title', 'typing')
  expect(find('title')?.value).toBe('Tides')
  edits.leave(id, 'title', 'typing')
  await aMoment()

  expect(sent.map(({ change, fold }) => [fold, 'value' in change && change.value])).toEqual([
    ['typing', 'Tides rise'],
    ['typing', 'Tides rise fast'],
    [null, 'Tides']
  ])
  const { notice } = voice.store.getState()
  expect(notice?.fact).toBe('The title is as it was before you typed.')
  notice?.action?.run()
  expect(undone).toEqual(['undo'])
})

it('only gives up what was not saved when Escape comes first, and says so', async () => {
  const { edits, voice, changes, find } = host()
  edits.enter(id, 'title', 'Tides')
  edits.want(id, 'title', 'Tides', 'Tides rise')

  edits.takeBack(id, 'title', 'typing')
  edits.leave(id, 'title', 'typing')
  await aMoment()

  expect(changes()).toEqual([])
  expect(find('title')).toBeUndefined()
  expect(voice.store.getState()).toMatchObject({
    notice: null,
    announcement: { text: 'The title stays as it was' }
  })
})

it('leaves a clash to the two ways out of it when Escape is pressed', async () => {
  const { edits, find } = host({ ok: false, error: conflict('theirs') })
  edits.enter(id, 'title', 'old')
  edits.want(id, 'title', 'old', 'mine')
  await edits.commit(id, 'title', null)

  edits.takeBack(id, 'title', 'typing')

  expect(find('title')).toMatchObject({ value: 'mine', trouble: { kind: 'conflict' } })
})

it('shows in a field with a cursor what Undo wrote, unless something was typed there', async () => {
  const { edits, find } = host()
  edits.enter(id, 'title', 'Tides')
  edits.follow(id, 'title', 'Tides rise')
  expect(find('title')).toMatchObject({ before: 'Tides rise', value: 'Tides rise', typing: true })

  edits.want(id, 'title', 'Tides rise', 'Tides fall')
  edits.follow(id, 'title', 'Tides turn')
  expect(find('title')).toMatchObject({ saved: 'Tides rise', value: 'Tides fall' })
})
