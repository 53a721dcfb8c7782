import { expect, it, onTestFinished, vi } from 'vitest'
import { runCommand } from './command'
import { LIST_COMMANDS } from './commands-list'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'

const story = aStory({ webUrl: 'https://news.example/tides' })

async function aListKeyboard(data: object) {
  const opened: string[] = []
  vi.stubGlobal('window', { open: (address: string) => opened.push(address) })
  onTestFinished(() => void vi.unstubAllGlobals())
  const { desk } = await aDesk([story], (method) =>
    method === 'story.read' ? { ok: true, value: { story, data, links: [] } } : null
  )
  desk.view.setState({ current: story.id })
  await desk.details.reread(story.id)
  const press = (key: string, shiftKey = false) =>
    runCommand(LIST_COMMANDS, desk, {
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
