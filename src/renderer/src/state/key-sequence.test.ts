import { expect, it, onTestFinished, vi } from 'vitest'
import { aDesk } from './desk.builder'
import { endSequence, takeSequence } from './key-sequence'
import { aStory } from './story.builder'

const stories = [aStory({ id: 'a.md' }), aStory({ id: 'b.md' })]

async function aKeyboard() {
  // A page that shows nothing yet.
  const nothing = { querySelector: () => null, addEventListener: () => {} }
  vi.stubGlobal('document', { activeElement: null, ...nothing })
  vi.stubGlobal('requestAnimationFrame', () => 0)
  onTestFinished(() => void vi.unstubAllGlobals())
  const { desk } = await aDesk(stories)
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    takeSequence(desk, {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...more
    } as KeyboardEvent)
  const waits = () => desk.window.getState().prefix !== null
  const heard = () => desk.voice.store.getState().announcement.text
  return { desk, press, waits, heard }
}

it('says what may follow, and does it', async () => {
  const { desk, press, waits, heard } = await aKeyboard()

  expect([press('g'), waits(), heard()]).toEqual([
    true,
    true,
    'Go to: I Inbox, P Problems, C Changes'
  ])
  expect([press('i'), waits()]).toEqual([true, false])
  expect(desk.view.getState().name).toBe('inbox')

  press('G')
  press('p')
  expect(desk.view.getState().name).toBe('problems')
  press('g')
  press('c')
  expect(desk.window.getState().dialog).toBe('git-changes')
})

it('swallows a key that means nothing there, for it might do something else alone', async () => {
  const { press, waits, heard } = await aKeyboard()

  press('g')
  expect([press('u'), waits()]).toEqual([true, false])
  expect(heard()).toBe('Nothing follows. I Inbox, P Problems, C Changes')
  expect(press('p')).toBe(false)
})

it('is called off by Escape, by an arrow and by a chord, which do their own work', async () => {
  const { press, waits } = await aKeyboard()
  const afterG = (key: string, more?: Partial<KeyboardEvent>) => {
    press('g')
    return [press(key, more), waits()]
  }

  expect(afterG('Escape')).toEqual([true, false])
  expect(afterG('ArrowDown')).toEqual([false, false])
  expect(afterG('k', { ctrlKey: true })).toEqual([false, false])
})

it('waits on while Shift goes down, and no longer after a click', async () => {
  const { desk, press, waits } = await aKeyboard()

  press('g')
  expect([press('Shift'), waits()]).toEqual([false, true])
  endSequence(desk)
  expect([waits(), press('p')]).toEqual([false, false])
})

it('names the keys as they were given away', async () => {
  const { desk, press, heard } = await aKeyboard()
  desk.settings.setState({ keys: { e: 'p', p: 'e' } })
  press('g')
  expect(heard()).toContain('E Problems')
})
