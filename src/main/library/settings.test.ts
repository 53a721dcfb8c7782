import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, idsIn, silent, until } from '../../../test/a-library'
import { createLibrary } from './library'

const STORY = '---\ntitle: Tides\n---\n'
const files = { '_news/a.md': STORY, '_video/b.md': STORY, 'page.html': STORY }

it('lists the files that the settings call stories', async () => {
  const { library } = await aLibrary({
    ...files,
    'storydesk.yml': 'stories: ["**", "!_video/**", "!**/*.yml"]\n'
  })

  expect(idsIn(library)).toEqual(['_news/a.md', 'page.html'])
})

it('follows the settings when they come, change and go, and never writes them', async () => {
  const { library, write, text, path } = await aLibrary(files)
  const lists = (...ids: string[]) => until(library, () => String(idsIn(library)) === String(ids))
  await lists('_news/a.md', '_video/b.md')

  await write('storydesk.yml', 'stories: [_news/*.md]\n')
  await lists('_news/a.md')
  await write('_video/c.md', STORY)
  await write('storydesk.yml', 'stories: ["*.html", "_video/*"]\n')
  await lists('_video/b.md', '_video/c.md', 'page.html')
  expect(await text('storydesk.yml')).toBe('stories: ["*.html", "_video/*"]\n')

  await rm(path('storydesk.yml'))
  await lists('_news/a.md', '_video/b.md', '_video/c.md')
})

it('follows settings that come while the stories are read for the first time', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`_news/${n}.md`, STORY]))
  const { folder, path } = await aFolder(many)
  const library = createLibrary({ log: silent, appData: null })
  onTestFinished(() => library.close())
  void library.open(folder)
  const isListed = () => library.snapshot().state.progress.total > 0
  while (!isListed()) await new Promise((next) => setImmediate(next))
  writeFileSync(path('storydesk.yml'), 'quality: { most: 60 }\n')

  await until(library, ({ state }) => state.quality?.most === 60)
})

it('says what the settings cannot be, and lists what it would without them', async () => {
  const { library, write } = await aLibrary({ ...files, 'storydesk.yml': 'stories: 5\n' })
  const problems = () => library.snapshot().state.settingsProblems

  expect(idsIn(library)).toEqual(['_news/a.md', '_video/b.md'])
  expect(problems()).toMatchObject([{ line: 1, message: expect.stringMatching(/^stories: /) }])

  await write('storydesk.yml', 'stories: ["**/a.md"]\n')
  await until(library, ({ state }) => state.settingsProblems?.length === 0)
  await until(library, () => idsIn(library).join() === '_news/a.md')
})

it('shows no story of a name that the settings leave out, whatever hints come', async () => {
  const { library, write } = await aLibrary({ ...files, 'storydesk.yml': 'stories: [_news/*]\n' })

  await write('_video/new.md', STORY)
  await write('_news/new.md', STORY)
  await until(library, ({ stories }) => stories.length === 2)
  await library.refresh()

  expect(idsIn(library)).toEqual(['_news/a.md', '_news/new.md'])
})
