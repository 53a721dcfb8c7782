import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, until } from '../../../test/a-library'
import { readSaid } from './site'

const STORY = '---\ntitle: Tides\nquality: 150\nended: "soon"\nrelated: []\n---\n'

it('says to windows how far scores go, whether pictures may be loaded and which files can be stories', async () => {
  const { library, write } = await aLibrary({
    'a.md': STORY,
    'storydesk.yml':
      'quality: { most: 200, presets: [10, 20] }\nremotePictures: false\nstories: [a.*]\n'
  })

  expect(library.snapshot().state).toMatchObject({
    quality: { least: 0, most: 200, presets: [10, 20] },
    remotePictures: false,
    patterns: ['a.*']
  })
  await write('storydesk.yml', '# nothing\n')
  await until(library, ({ state }) => state.quality?.most === 1000 && state.remotePictures === true)
  expect(library.snapshot().state.patterns).toEqual([])
})

it('checks by the range, the dates and the fields that the library names, also after they change', async () => {
  const id = 'a.md' as StoryId
  const { library, write } = await aLibrary({
    [id]: STORY,
    'storydesk.yml': 'quality: { most: 100 }\ndates: [ended]\nrequired: [title, category]\n'
  })
  const messages = async () => {
    const found = await library.findingsOf(id)
    return found.ok ? found.value.map(({ message }) => message) : []
  }

  expect(await messages()).toEqual([
    expect.stringContaining('`ended`'),
    expect.stringContaining('has no `category`'),
    expect.stringContaining('from 0 to 100')
  ])
  await write('storydesk.yml', 'quality: { most: 200 }\nrequired: [title]\n')
  await until(library, ({ state }) => state.quality?.most === 200)
  expect(await messages()).toEqual([])
})

it('writes the dates that the library names as dates', async () => {
  const { library, text } = await aLibrary({ 'a.md': STORY, 'storydesk.yml': 'dates: [ended]\n' })
  const value = '2026-03-12T06:40:00Z'
  const change = { kind: 'set', field: 'ended', was: 'soon', value } as const

  expect(await library.change('a.md' as StoryId, change, null)).toMatchObject({ ok: true })
  expect(await text('a.md')).toContain(`ended: ${value}\n`)
})

it('takes the topics from the folder or the list that the library names', async () => {
  const { library, write } = await aLibrary({
    'a.md': STORY,
    'lists/topics.yml': '- Tides\n- name: Rivers\n  keywords: [river]\n- 7\n- ""\n- Tides\n',
    'words/one.yaml': 'name: Wind\n',
    'storydesk.yml': 'topics: lists/topics.yml\n'
  })
  const topics = (...names: string[]) =>
    until(library, ({ state }) => String(state.vocabulary) === String(names))

  await topics('Tides', 'Rivers')
  await write('lists/topics.yml', '- Ebb\n')
  await topics('Ebb')
  await write('storydesk.yml', 'topics: words\n')
  await topics('Wind')
})

it.skipIf(process.platform === 'win32')(
  'neither waits for a pipe in the place of its settings, nor writes into one',
  async () => {
    const { library, path } = await aLibrary({ 'a.md': STORY })
    execFileSync('mkfifo', [path('storydesk.yml')])
    const change = { name: 'remotePictures', was: true, value: false } as const

    expect(await library.changeSetting(change)).toMatchObject({
      error: { code: 'disk', reason: 'it is no file, or a very large one' }
    })
  }
)

it('takes a list that is far too long for a list of topics in part', async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `- topic ${index}\n`)
  const { folder } = await aFolder({
    'topics.yml': `- ${'x'.repeat(300)}\n${names.join('')}`,
    'storydesk.yml': 'topics: topics.yml\n'
  })

  const { topics } = await readSaid(folder)
  expect([topics.length, topics[0]?.name]).toEqual([2000, 'topic 0'])
})

it('takes no topics from outside of the library', async () => {
  const { folder: elsewhere } = await aFolder({ 'topics.yml': '- Secret\n' })
  const { folder, write } = await aFolder({ 'storydesk.yml': 'topics: link.yml\n' })
  await symlink(join(elsewhere, 'topics.yml'), join(folder, 'link.yml'))
  expect((await readSaid(folder)).topics).toEqual([])

  for (const path of ['../topics.yml', '/etc/passwd', 'a/../../b', 'C:\\topics', 'a//b']) {
    await write('storydesk.yml', `topics: '${path}'\n`)
    const { state, topics } = await readSaid(folder)
    expect([path, topics, state.settingsProblems]).toMatchObject([path, [], [{ line: 1 }]])
  }
})
