import { open, rename, rm, stat, truncate, utimes } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aLibrary, id, idsIn, storyEvents, until } from '../../../test/a-library'

const story = (quality: number, title = 'Tides') =>
  `---\ntitle: ${title}\nquality: ${quality}\n---\nBody\n`

async function aWatchedStory() {
  const library = await aLibrary({ '_news/tides.md': story(52) })
  const qualities: (number | null)[] = []
  library.library.events.subscribe(({ saved }) => {
    for (const { quality } of saved) qualities.push(quality)
  })
  return {
    ...library,
    name: library.path('_news/tides.md'),
    qualities,
    seen: (quality: number) =>
      until(library.library, ({ stories }) => stories.some((s) => s.quality === quality))
  }
}

it('shows a story that was written in place', async () => {
  const { write, seen } = await aWatchedStory()
  await write('_news/tides.md', story(80))
  await seen(80)
})

it('shows a story that was renamed over', async () => {
  const { write, path, name, seen, library } = await aWatchedStory()
  await write('_news/tides.md.tmp', story(80))
  await rename(path('_news/tides.md.tmp'), name)
  await seen(80)
  expect(idsIn(library)).toEqual(['_news/tides.md'])
})

it('shows a story that was deleted and created again, without taking it away in between', async () => {
  const { write, name, seen, library } = await aWatchedStory()
  const removed: string[] = []
  library.events.subscribe((event) => removed.push(...event.removed))
  await rm(name)
  await pause(150)
  await write('_news/tides.md', story(80))
  await seen(80)
  expect(removed).toEqual([])
})

it('never shows a half-written story', async () => {
  const { name, seen, qualities } = await aWatchedStory()
  const text = story(80)
  const file = await open(name, 'w')
  for (let at = 0; at < text.length; at += 9) {
    await file.write(text.slice(at, at + 9))
    await file.sync()
    await pause(100)
  }
  await file.close()
  await seen(80)
  expect(new Set(qualities)).toEqual(new Set([80]))
})

it('waits for a story that was truncated first', async () => {
  const { name, write, seen, qualities, library } = await aWatchedStory()
  await truncate(name, 0)
  await pause(400)
  expect(idsIn(library)).toEqual(['_news/tides.md'])
  await write('_news/tides.md', story(80))
  await seen(80)
  expect(qualities).toEqual([80])
})

it('shows a change that kept size and modification time', async () => {
  const { name, write, library, story: row } = await aWatchedStory()
  const { atime, mtime } = await stat(name)
  await write('_news/tides.md', story(80))
  await utimes(name, atime, mtime)
  await library.refresh()
  expect(row('_news/tides.md')?.quality).toBe(80)
})

it('keeps a story that was only touched', async () => {
  const { name, library, qualities } = await aWatchedStory()
  await utimes(name, new Date(), new Date())
  await library.refresh()
  expect(qualities).toEqual([])
})

it('shows new stories, also in new folders, and takes away deleted ones', async () => {
  const { library, write, name } = await aWatchedStory()
  await write('_news/rivers.md', story(1))
  await write('_news/2026/03/new/floods.md', story(2))
  await until(library, ({ stories }) => stories.length === 3)

  await rm(name)
  await until(library, ({ stories }) => stories.length === 2)
  await write('_news/2026/03/new/more.md', story(3))
  await until(library, ({ stories }) => stories.length === 3)
})

it('follows a folder that was renamed', async () => {
  const { library, path, write } = await aWatchedStory()
  await rename(path('_news'), path('_stories'))
  await until(library, ({ stories }) => stories.map((s) => s.id).join() === '_stories/tides.md')

  await write('_stories/tides.md', story(80))
  await until(library, ({ stories }) => stories[0]?.quality === 80)
})

it('follows a folder that is renamed while the library is looked at', async () => {
  const others = Array.from({ length: 1000 }, (_, n) => [`_others/${n}/${n}.md`, story(n)])
  const { library, path } = await aLibrary({
    '_news/tides.md': story(52),
    ...Object.fromEntries(others)
  })
  const names = ['_news', '_stories']
  for (let round = 0; round < 6; round += 1) {
    const [from = '', to = ''] = round % 2 === 0 ? names : names.toReversed()
    const looked = library.refresh()
    await pause(5 * round) // the library's own folder has been listed, but not all that is in it
    await rename(path(from), path(to))
    await looked
    await until(library, ({ stories }) => stories.some(({ id }) => id === `${to}/tides.md`))
  }
})

it('takes a file into the list when it becomes a story, and out when it ceases to be one', async () => {
  const { library, write } = await aWatchedStory()
  await write('_news/notes.md', 'no front matter')
  await library.refresh()
  expect(idsIn(library)).toEqual(['_news/tides.md'])

  await write('_news/notes.md', story(1))
  await until(library, ({ stories }) => stories.length === 2)
  await write('_news/notes.md', 'no front matter')
  await until(library, ({ stories }) => stories.length === 1)
})

it('reports a burst of changed stories as one update', async () => {
  const files = Array.from({ length: 2000 }, (_, n) => `_news/${n}.md`)
  const { library, write } = await aLibrary(
    Object.fromEntries(files.map((name) => [name, story(1)]))
  )
  const events = storyEvents(library)

  await Promise.all(files.map((name) => write(name, story(2))))
  await until(library, ({ stories }) => stories.every(({ quality }) => quality === 2))

  expect(events.map(({ saved }) => saved.length)).toEqual([2000])
})

it('shows new topics of the site', async () => {
  const { library, write } = await aWatchedStory()
  await write('_data/topics/a.yaml', 'name: Rivers\n')
  await until(library, ({ state }) => state.vocabulary.includes('Rivers'))
  await write('_config.yml', 'baseurl: /tides\n')
  await until(library, ({ state }) => state.site.baseurl === '/tides')
})

it('follows topics and settings that were there from the start, however they are written', async () => {
  const { library, write, path } = await aLibrary({
    '_config.yml': 'baseurl: /tides\n',
    '_data/topics/a.yaml': 'name: Rivers\n'
  })

  await write('_data/topics/a.yaml', 'name: Tides\n')
  await until(library, ({ state }) => state.vocabulary.includes('Tides'))
  await write('_config.new', 'baseurl: /ebb\n')
  await rename(path('_config.new'), path('_config.yml'))
  await until(library, ({ state }) => state.site.baseurl === '/ebb')
  await write('_config.yml', 'baseurl: /flow\n')
  await until(library, ({ state }) => state.site.baseurl === '/flow')
})

it('suggests the topics whose keywords a story holds, as the site says them now', async () => {
  const { library, write } = await aLibrary({
    '_data/topics/a.yaml': 'name: Rivers\nkeywords: [river, flood]\n',
    '_data/topics/b.yaml': 'name: Oceans\nkeywords: [tide]\n',
    '_data/topics/c.yaml': 'name: Trade\nkeywords: [flood]\n',
    'news.md': '---\ntitle: Floods and tides\ntopics: [Trade]\n---\n'
  })
  const suggested = async () => {
    const read = await library.read(id('news.md'))
    return read.ok && read.value.suggestedTopics
  }
  expect(await suggested()).toEqual(['Rivers', 'Oceans'])

  await write('_data/topics/a.yaml', 'name: Rivers and lakes\nkeywords: [lake]\n')
  await until(library, ({ state }) => state.vocabulary.includes('Rivers and lakes'))
  expect(await suggested()).toEqual(['Oceans'])
})
