import { expect, it, vi } from 'vitest'
import { MenuCommands } from '#shared/contract/menu-command'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'
import { followMenu, menuCommands, runFromMenu } from './window-menu'

const TIDES = aStory({ id: 'tides.md' as StoryId, title: 'Tides turn early' })

async function aMenu() {
  const told: unknown[] = []
  const { desk, tell } = await aDesk([TIDES], (method, params) => {
    if (method === 'host.menu') told.push(params)
    return null
  })
  return { desk, tell, told }
}

it('tells the menus every command once, in words that the main process takes', async () => {
  const { desk } = await aMenu()
  const commands = menuCommands(desk)

  expect(MenuCommands.safeParse(commands).error).toBeUndefined()
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  const labelsIn = (wanted: string) =>
    commands.flatMap(({ section, label }) => (section === wanted ? label : []))
  expect(labelsIn('edit').slice(0, 2)).toEqual(['Undo', 'Redo'])
  expect(labelsIn('file')).toContain('Open folder')
  expect(labelsIn('story')).toContain('Publish, then next')
  expect(labelsIn('view')).toContain('Inbox')
  expect(labelsIn('go')).toContain('Next story')
  expect(labelsIn('help')).toEqual(['All keys', 'All commands', 'Copy diagnostics'])
})

it('says what cannot be done without a story, and Undo always for text fields', async () => {
  const { desk } = await aMenu()
  const enabled = (label: string) =>
    menuCommands(desk).find((command) => command.label === label)?.enabled
  desk.view.setState({ current: null })

  expect([enabled('Publish, then next'), enabled('Undo'), enabled('Inbox')]).toEqual([
    false,
    true,
    true
  ])
  desk.view.setState({ current: TIDES.id })
  expect(enabled('Publish, then next')).toBe(true)
})

it('tells the window what has changed, once for many changes and not for none', async () => {
  vi.useFakeTimers()
  try {
    const { desk, told } = await aMenu()
    const end = followMenu(desk)
    await vi.runAllTimersAsync()
    expect(told).toHaveLength(1)

    desk.window.setState({ showsMore: true })
    await vi.runAllTimersAsync()
    expect(told).toHaveLength(1)

    desk.view.setState({ current: null })
    desk.settings.setState({ keys: { n: 'j', j: 'n' } })
    await vi.runAllTimersAsync()
    expect(told).toHaveLength(2)
    end()
    desk.settings.setState({ keys: {} })
    await vi.runAllTimersAsync()
    expect(told).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})

it('carries out what was chosen, and nothing for a name that no command has', async () => {
  const { desk } = await aMenu()
  vi.stubGlobal('document', { activeElement: null, querySelector: () => null })
  vi.stubGlobal('HTMLElement', class {})
  try {
    for (const name of ['constructor', '__proto__', '', 'toString']) runFromMenu(desk, name)
    expect(desk.window.getState().dialog).toBe('none')
    runFromMenu(desk, 'All keys')
    expect(desk.window.getState().dialog).toBe('shortcuts')

    vi.stubGlobal('document', { activeElement: null, querySelector: () => ({}) })
    runFromMenu(desk, 'Changes since the start')
    expect(desk.window.getState().dialog).toBe('shortcuts')
    expect(desk.voice.store.getState().announcement.text).toMatch(/^First close/)
  } finally {
    vi.unstubAllGlobals()
  }
})
