import { once } from 'node:events'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CALL, DROP, EVENT } from '../src/shared/contract/channels'
import type { LibraryEvent } from '../src/shared/library/library-state'
import type { StoryId } from '../src/shared/story/story-id'
import { aFolder } from './a-folder'
import { startDesktop } from './built-desktop'

const story = (published: boolean) =>
  ['---', 'title: "Tides turn early"', `published: ${published} # by hand`, '---', ''].join('\n')

async function aDesktopOn(files: Readonly<Record<string, string>>) {
  const library = await aFolder(files)
  const desktop = await startDesktop({ args: [library.folder] })
  await desktop.until(({ phase }) => phase === 'open')
  return { ...desktop, library }
}

it('shows a window whose page can do nothing by itself', async () => {
  const { outside } = await startDesktop()

  expect(outside.windows.map(({ options }) => options.webPreferences)).toEqual([
    {
      preload: expect.stringMatching(/out[/\\]preload[/\\]index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false
    }
  ])
  expect(outside.windows[0]?.loaded).toEqual(['app://storydesk/'])
})

it('makes the window before it reads the library', async () => {
  const { folder } = await aFolder({ 'a.md': story(true) })
  const { call, outside } = await startDesktop({ args: [folder] })

  expect(outside.order).toEqual(['window', 'load'])
  expect(['closed', 'opening']).toContain((await call('library.open', null)).state.phase)
})

it('keeps its own data where it is told to', async () => {
  const { app, appData } = await startDesktop()

  expect(app.paths.get('userData')).toBe(join(appData, 'window'))
})

it('serves the built page with headers that keep foreign code out', async () => {
  const { outside } = await startDesktop()

  const page = await outside.fetch('app://storydesk/')

  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<html')
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; /),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff'
  })
  expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|http:|\*/)
  expect(outside.schemes.get('app')).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true
  })
})

it.each([
  'app://storydesk/../package.json',
  'app://storydesk/%2e%2e/main/index.js',
  'app://storydesk/..%2fmain%2findex.js',
  'app://storydesk/..%5cmain%5cindex.js',
  'app://storydesk/%252e%252e%252fmain%252findex.js',
  'app://storydesk/..%c0%afmain/index.js',
  'app://storydesk/index.html%00',
  'app://storydesk//etc/passwd',
  'app://storydesk/main/index.js',
  'app://storydesk/pictures/..%2f..%2fsecret.png',
  'app://elsewhere/index.html',
  'app://storydesk.other/index.html',
  'app://storydesk:80/index.html',
  'app://user@storydesk/index.html'
])('has nothing at %s', async (url) => {
  const { outside } = await aDesktopOn({ 'a.md': story(true) })

  const { status, headers } = await outside.fetch(url)

  expect(status).toBe(404)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

it('answers no POST', async () => {
  const { outside } = await startDesktop()

  expect((await outside.fetch('app://storydesk/', 'POST')).status).toBe(404)
})

it('serves pictures of the open library', async () => {
  const { outside } = await aDesktopOn({ 'a.md': story(true), 'assets/high tide.png': 'a picture' })

  const picture = await outside.fetch('app://storydesk/pictures/assets/high%20tide.png')

  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(await picture.text()).toBe('a picture')
})

it('writes a change of the page to the file, tells the page, and undoes it byte for byte', async () => {
  const { call, library, outside } = await aDesktopOn({ 'a.md': story(true) })
  const change = { kind: 'set', field: 'published', was: true, value: false } as const

  const reply = await call('story.change', { id: 'a.md' as StoryId, change, fold: null })

  expect(reply).toMatchObject({ ok: true, value: { id: 'a.md', published: false } })
  expect(await library.text('a.md')).toBe(story(false))
  const [channel, event] = outside.windows[0]?.webContents.sent.at(-1) ?? []
  expect(channel).toBe(EVENT)
  expect((event as LibraryEvent).saved).toMatchObject([{ id: 'a.md', published: false }])

  await call('history.undo', null)
  expect(await library.text('a.md')).toBe(story(true))
})

it.each([
  ['a frame inside the page', { origin: 'app://storydesk', url: 'app://storydesk/' }],
  ['a page from the web', { origin: 'https://evil.example', url: 'https://evil.example/' }],
  ['a file', { origin: 'file://', url: 'file:///etc/passwd' }],
  ['no frame at all', null]
])('answers nothing to %s', async (_, frame) => {
  const { outside } = await startDesktop()

  await expect(outside.invoke(CALL, ['library.open', null], frame)).rejects.toThrow(
    'Unknown sender'
  )
})

it('answers nothing to a page of another origin in the desk’s own window', async () => {
  const { outside } = await startDesktop()
  const contents = outside.windows[0]?.webContents
  if (contents === undefined) throw new Error('There is no window')

  for (const origin of ['null', 'file://', 'app://other', 'https://storydesk']) {
    contents.mainFrame = { origin, url: `${origin}/` }
    await expect(outside.invoke(CALL, ['library.open', null])).rejects.toThrow('Unknown sender')
  }
})

it.each([
  ['library.delete', null],
  ['constructor', null],
  ['story.read', { id: '../../etc/passwd' }],
  ['story.read', 'a.md']
])('refuses %s with %j', async (method, params) => {
  const { outside } = await startDesktop()

  await expect(outside.invoke(CALL, [method, params])).rejects.toThrow(method)
})

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  'stays where it is on %s',
  async (event) => {
    const { outside } = await startDesktop()
    const contents = outside.windows[0]?.webContents

    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'app://storydesk/', '']) {
      expect(contents?.tries(event, url)).toBe(false)
    }
  }
)

it('opens a page of the web outside, and everything else not at all', async () => {
  const { outside } = await startDesktop()
  const open = outside.windows[0]?.webContents.openHandler

  for (const url of [
    'https://tides.example/gauge',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://desk:secret@tides.example/',
    'app://storydesk/'
  ]) {
    expect(open?.({ url })).toEqual({ action: 'deny' })
  }
  expect(outside.opened).toEqual(['https://tides.example/gauge'])
})

it('gives the page no permission', async () => {
  const { outside } = await startDesktop()
  const decisions: boolean[] = []

  outside.permission?.(null, 'media', (allowed) => decisions.push(allowed))

  expect([decisions, outside.permissionCheck?.(), outside.devicePermission?.()]).toEqual([
    [false],
    false,
    false
  ])
})

const UNDO = { name: 'Undo', label: 'Undo', section: 'edit', keys: ['Ctrl', 'Z'], enabled: true }

it('has the commands of the page in its menus, and tells the page which one was chosen', async () => {
  const { outside, library } = await aDesktopOn({ 'a.md': story(true) })
  const menu = (menuLabel: string) =>
    outside.menu.find(({ label }) => label === menuLabel)?.submenu ?? []
  expect(menu('Edit').slice(0, 2)).toEqual([{ role: 'undo' }, { role: 'redo' }])

  await outside.invoke(CALL, ['host.menu', { commands: [UNDO] }])
  const [undo] = menu('Edit')
  expect(undo).toMatchObject({ label: 'Undo', enabled: true, accelerator: 'CmdOrCtrl+Z' })
  undo?.click?.()
  const last = () => outside.windows[0]?.webContents.sent.at(-1)
  expect(last()).toEqual([EVENT, { kind: 'command', name: 'Undo' }])

  const recent = () => menu('File').find(({ label }) => label === 'Open Recent')?.submenu
  await expect.poll(recent).toMatchObject([{ label: library.folder }])
  recent()?.[0]?.click?.()
  expect(last()).toEqual([EVENT, { kind: 'folder', folder: library.folder }])
})

it.each([
  ['no list', { commands: { length: 1 } }],
  ['too many', { commands: Array(501).fill(UNDO) }],
  ['a name that is none', { commands: [{ ...UNDO, name: 7 }] }],
  ['a menu of another name', { commands: [{ ...UNDO, section: '__proto__' }] }],
  ['a label of two lines', { commands: [{ ...UNDO, label: 'Undo\nQuit' }] }],
  ['a long label', { commands: [{ ...UNDO, label: 'x'.repeat(201) }] }],
  ['a role of the system', { commands: [{ ...UNDO, role: 'quit' }] }],
  ['a key that is none', { commands: [{ ...UNDO, keys: [{}] }] }]
])('takes no menu with %s', async (_, params) => {
  const { outside } = await startDesktop()

  await expect(outside.invoke(CALL, ['host.menu', params])).rejects.toThrow('host.menu')
  expect(outside.menu.some(({ label }) => label === 'Story')).toBe(false)
})

it('asks with the system’s dialog, and lets the page open only what was chosen there', async () => {
  const { folder } = await aFolder({ 'b.md': story(true) })
  const { call, outside } = await startDesktop()

  expect(await call('library.switch', { folder })).toMatchObject({ ok: false })
  expect(await call('folder.choose', null)).toEqual({ kind: 'cancelled' })
  outside.folderChosen = folder
  expect(await call('folder.choose', null)).toEqual({ kind: 'chosen', folder })
  expect(await call('library.switch', { folder })).toMatchObject({ ok: true })
})

it('lets the page open the folder that the person dropped, and tells it which', async () => {
  const { folder } = await aFolder({ 'b.md': story(true) })
  const { call, outside } = await startDesktop()

  await outside.invoke(DROP, [folder])

  const sent = outside.windows[0]?.webContents.sent.at(-1)
  expect(sent).toEqual([EVENT, { kind: 'folder', folder }])
  expect(await call('library.switch', { folder })).toMatchObject({ ok: true })
})

it.each([[''], ['relative/folder'], [7], [['/']], [`/${'x'.repeat(40_000)}`]])(
  'takes no drop of %j',
  async (path) => {
    const { outside } = await startDesktop()

    await expect(outside.invoke(DROP, [path])).rejects.toThrow('No path')
    await expect(outside.invoke(DROP, ['/'], { origin: 'null', url: '' })).rejects.toThrow(
      'Unknown sender'
    )
  }
)

it('shows a story in its folder, and no other file', async () => {
  const { call, outside, library } = await aDesktopOn({ 'news/a.md': story(true) })

  expect(await call('story.reveal', { id: 'news/a.md' as StoryId })).toBe(true)
  expect(await call('story.reveal', { id: 'news/gone.md' as StoryId })).toBe(false)
  expect(outside.revealed).toEqual([await realpath(join(library.folder, 'news/a.md'))])
  await expect(call('story.reveal', { id: '../a.md' as StoryId })).rejects.toThrow('story.reveal')
})

it('copies diagnostics without anything of the library in them, and no other text', async () => {
  const { call, outside, library } = await aDesktopOn({ 'news/tides.md': story(true) })

  const { text, isCopied } = await call('host.diagnostics', null)

  expect([isCopied, outside.copied]).toEqual([true, text])
  expect(text).toMatch(/^Storydesk \d+\.\d+\.\d+, desktop\n.*\nLibrary: open/)
  expect(text).toContain('Stories: 1,')
  expect(text).not.toContain(library.folder)
  expect(text).not.toMatch(/tides/i)
  await expect(outside.invoke(CALL, ['host.diagnostics', 'a text'])).rejects.toThrow(
    'host.diagnostics'
  )
})

it('loads no dictionaries from the web unless it is told to', async () => {
  const isMac = process.platform === 'darwin'
  expect((await startDesktop()).outside.spelling).toEqual(isMac ? null : [])

  const appData = await aFolder({ 'settings.json': '{"dictionaries": true}' })
  expect((await startDesktop({ appData: appData.folder })).outside.spelling).toBeNull()
})

it('asks nobody for a newer version unless it is told whom', async () => {
  const { call } = await startDesktop()

  expect(await call('host.newer-version', null)).toBeNull()
})

it('stays closed when the folder is missing, and tells the page once why', async () => {
  const { folder } = await aFolder()
  const { call, outside } = await startDesktop({ args: [join(folder, 'gone')] })
  const told = () => outside.windows[0]?.webContents.sent.map(([, event]) => event)

  await expect.poll(told).toContainEqual({ kind: 'trouble' })
  expect(await call('library.open', null)).toMatchObject({
    state: { phase: 'closed' },
    stories: []
  })
  const unopened = { code: 'missing', folder: join(folder, 'gone') }
  expect(await call('host.troubles', null)).toMatchObject({ unopened })
  expect(await call('host.troubles', null)).toEqual({ unopened: null, settings: [] })
})

it('tells the page of a folder that a second instance or the system names in vain', async () => {
  const { app, call, outside, library } = await aDesktopOn({ 'a.md': story(true) })
  const told = () =>
    outside.windows[0]?.webContents.sent.filter(
      ([, event]) => (event as { readonly kind?: string }).kind === 'trouble'
    ).length

  app.emit('second-instance', {}, [], '', { folder: join(library.folder, 'gone') })
  await expect.poll(told).toBe(1)
  expect(await call('host.troubles', null)).toMatchObject({ unopened: { code: 'missing' } })
  app.emit('open-file', { preventDefault: () => {} }, join(library.folder, 'a.md'))
  await expect.poll(told).toBe(2)
  expect(await call('host.troubles', null)).toMatchObject({ unopened: { code: 'not-a-folder' } })
  expect((await call('library.open', null)).state.folder).toBe(library.folder)
})

it('tells the page what its settings say and cannot hold', async () => {
  const appData = await aFolder({ 'settings.json': '{\n"dictionaries": "on"}' })
  const { call } = await startDesktop({ appData: appData.folder })

  expect(await call('host.troubles', null)).toMatchObject({ settings: [{ line: 2 }] })
})

it('leaves everything to the instance that runs already', async () => {
  const { folder } = await aFolder()
  const { app, outside } = await startDesktop({ args: [folder], otherInstanceRuns: true })

  expect(app.hasQuit).toBe(true)
  expect(outside).toMatchObject({ windows: [], lockData: { folder } })
})

it('comes to the front with the folder that a second instance was asked for', async () => {
  const { folder } = await aFolder({ 'b.md': story(true) })
  const { app, outside, until } = await aDesktopOn({ 'a.md': story(true) })

  app.emit('second-instance', {}, [], '', { folder })
  await until((state) => state.folder === folder)

  expect(outside.windows.map(({ focused }) => focused)).toEqual([1])
})

it('opens the folder that is dropped on its icon', async () => {
  const { folder } = await aFolder({ 'b.md': story(true) })
  const { app, until } = await startDesktop()

  app.emit('open-file', { preventDefault: () => {} }, folder)

  await until((state) => state.folder === folder)
})

it('opens its window where it was, unless no screen is there any more', async () => {
  const appData = await aFolder()
  const first = await startDesktop({ appData: appData.folder })
  const [window] = first.outside.windows
  expect(window?.options).toMatchObject({ width: 1360, height: 860 })
  Object.assign(window?.options ?? {}, { x: 1500, y: 40, width: 900, height: 700 })
  window?.maximize()
  await first.quit()

  const second = await startDesktop({ appData: appData.folder })
  expect(second.outside.windows[0]?.options).toMatchObject({ x: 1500, y: 40, width: 900 })
  expect(second.outside.windows[0]?.isMaximized()).toBe(true)
  await second.quit()

  const smaller = [{ x: 0, y: 0, width: 1280, height: 800 }]
  const third = await startDesktop({ appData: appData.folder, screens: smaller })
  expect(third.outside.windows[0]?.options).toMatchObject({ width: 1360, height: 860 })
  expect(third.outside.windows[0]?.isMaximized()).toBe(false)
})

it('loads its page again when that ends badly, and asks when it keeps doing so', async () => {
  const { app, outside, appData } = await startDesktop()
  const [window] = outside.windows
  const end = (reason: string) =>
    window?.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })

  end('clean-exit')
  expect(window?.reloads).toBe(0)
  for (let times = 1; times <= 3; times += 1) end('crashed')
  expect([window?.reloads, outside.messages]).toEqual([3, []])
  expect(await readFile(join(appData, 'storydesk.log'), 'utf8')).toMatch(
    /^\S+Z error: The page ended \(\{"reason":"crashed","exitCode":5\}\)$/m
  )

  outside.buttonPressed = 1
  end('oom')
  expect(outside.messages).toEqual(['Storydesk’s window keeps failing.'])
  await once(app, 'quit')
})

it('offers in a text field what can be done there, spelling first', async () => {
  const { outside } = await startDesktop()
  const contents = outside.windows[0]?.webContents
  const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true }
  const field = { isEditable: true, selectionText: '', linkURL: '', editFlags }

  contents?.emit(
    'context-menu',
    {},
    {
      ...field,
      misspelledWord: 'tydes',
      dictionarySuggestions: ['tides']
    }
  )
  expect(outside.popup.map(({ label, role }) => label ?? role)).toEqual([
    'tides',
    undefined,
    'cut',
    'copy',
    'paste',
    undefined,
    'selectAll'
  ])
  outside.popup[0]?.click?.()
  expect(contents?.corrected).toEqual(['tides'])
})

it('offers to copy elsewhere, and nothing where there is nothing', async () => {
  const { outside } = await startDesktop()
  const contents = outside.windows[0]?.webContents
  const place = { isEditable: false, selectionText: ' ', linkURL: '' }

  contents?.emit('context-menu', {}, place)
  expect(outside.popup).toEqual([])
  contents?.emit('context-menu', {}, { ...place, linkURL: 'https://tides.example/' })
  outside.popup[0]?.click?.()
  expect(outside.copied).toBe('https://tides.example/')
})

it('waits for pending writes before it quits', async () => {
  const { call, library, quit } = await aDesktopOn({ 'a.md': story(true) })
  const change = { kind: 'set', field: 'published', was: true, value: false } as const

  const pending = call('story.change', { id: 'a.md' as StoryId, change, fold: null })
  await quit()

  expect(await library.text('a.md')).toBe(story(false))
  expect(await pending).toMatchObject({ ok: true })
})
