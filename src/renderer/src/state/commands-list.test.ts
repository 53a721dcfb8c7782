import { expect, it, onTestFinished, vi } from 'vitest'
import { runListCommand } from './commands-list'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'

const story = aStory({ webUrl: 'https://news.example/tides' })

async function aListKeyboard(data: object, onCall: (method: string) => void = () => {}) {
  const opened: string[] = []
  vi.stubGlobal('window', { open: (address: string) => opened.push(address) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const { desk } = await aDesk([story], (method) => {
    onCall(method)
    return method === 'story.read' ? { ok: true, value: { story, data, links: [] } } : null
  })
  desk.view.setState({ current: story.id })
  await desk.details.reread(story.id)
  const press = (key: string, shiftKey = false) =>
    runListCommand(desk, {
      key,
      shiftKey,
      ctrlKey: false,
      metaKey: false,
      altKey: false
    } as KeyboardEvent)
  return { desk, press, opened }
}

it('opens the page of a story, with Shift its AMP page', async () => {
  const { press, opened } = await aListKeyboard({ ampWebUrl: 'https://news.example/amp/tides' })
  press('o')
  press('O', true)
  expect(opened).toEqual(['https://news.example/tides', 'https://news.example/amp/tides'])
})

it('opens nothing that is no web address, and says so', async () => {
  const { desk, press, opened } = await aListKeyboard({ ampWebUrl: 'javascript:alert(1)' })
  press('O', true)
  expect(opened).toEqual([])
  expect(desk.voice.store.getState().announcement.text).toContain('no such address')
})

it('opens the menu of filters, and shows the list for it', async () => {
  const { desk, press } = await aListKeyboard({})
  desk.window.setState({ showsStory: true })
  press('f')
  expect(desk.window.getState()).toMatchObject({ addsFilter: true, showsStory: false })
})

it('leaves a story alone that the list does not show, and says why', async () => {
  const asked: string[] = []
  const { desk, press } = await aListKeyboard({}, (method) => asked.push(method))
  desk.view.setState({ text: 'nothing like that' })
  asked.length = 0

  for (const key of ['p', 'u', ' ', 'h', '3', '+', 's']) press(key)

  expect(asked).toEqual([])
  expect(desk.voice.store.getState().notice).toMatchObject({
    fact: 'The open story is not in the list.',
    detail: 'Nothing is in the list, so the key did nothing.'
  })
})

it('asks for a score of all selected stories instead of raising the open one', async () => {
  const asked: string[] = []
  const { desk, press } = await aListKeyboard({}, (method) => asked.push(method))
  press('x')
  asked.length = 0

  press('+')

  expect(asked).toEqual([])
  expect(desk.bulk.store.getState().asks).toBe('quality')
})

it('says why keys for fields do nothing in a story that cannot be edited', async () => {
  const { desk, press } = await aListKeyboard({})
  const problem = { code: 'bad-yaml', line: 7, column: 1, message: 'A quote is never closed.' }
  desk.library.setState({ stories: new Map([[story.id, { ...story, problem } as typeof story]]) })

  for (const key of ['Enter', 't', 'q', '3', 's']) {
    desk.voice.dismiss()
    press(key)
    expect(desk.voice.store.getState().notice?.fact).toBe('This story cannot be edited.')
  }
  expect(desk.voice.store.getState().announcement.text).toContain('Line 7')
})
