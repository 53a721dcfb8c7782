import { execFileSync } from 'node:child_process'
import {
  chmod,
  open,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile
} from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aLibrary, id, until } from '../../../test/a-library'

const STORY = id('_news/tides.md')
const BODY = 'Text of the body.\n'.repeat(2000)
const story = (quality: number, heat: number) =>
  `---\ntitle: Tides\nquality: ${quality}\nheat: ${heat}\n---\n${BODY}`
const setQuality = { kind: 'set', field: 'quality', was: 52, value: 80 } as const

type Writer = (path: string, text: string) => Promise<void>

async function slowly(path: string, text: string): Promise<void> {
  const file = await open(path, 'r+')
  const part = Math.ceil(text.length / 6)
  for (let at = 0; at < text.length; at += part) {
    await file.write(text.slice(at, at + part), at)
    await pause(70)
  }
  await file.close()
}

async function withTimesOf(path: string, write: () => Promise<void>): Promise<void> {
  const { atime, mtime } = await stat(path)
  await write()
  await utimes(path, atime, mtime)
}

const writers: Readonly<Record<string, Writer>> = {
  'in place': (path, text) => writeFile(path, text),
  'by truncating first': async (path, text) => {
    await truncate(path, 0)
    await pause(100)
    await writeFile(path, text)
  },
  'bit by bit over the old text': slowly,
  'bit by bit from nothing': async (path, text) => {
    await truncate(path, 0)
    await slowly(path, text)
  },
  'by renaming over': async (path, text) => {
    await writeFile(`${path}.tmp`, text)
    await rename(`${path}.tmp`, path)
  },
  'by deleting and creating again': async (path, text) => {
    await rm(path)
    await pause(100)
    await writeFile(path, text)
  },
  'with the size and time that it had': (path, text) =>
    withTimesOf(path, () => writeFile(path, text)),
  'with an older time': async (path, text) => {
    await writeFile(path, text)
    await utimes(path, new Date(0), new Date(0))
  }
}

async function aStory() {
  const opened = await aLibrary({ [STORY]: story(52, 1) })
  const rows = new Set<string>()
  const removed: string[] = []
  opened.library.events.subscribe((event) => {
    removed.push(...event.removed)
    for (const { quality, heat, problem } of event.saved) {
      rows.add(problem === null ? `${quality}/${heat}` : problem.code)
    }
  })
  return { ...opened, file: opened.path(STORY), rows, removed }
}

it.each(Object.entries(writers))(
  'shows what was written %s, and nothing half-written',
  async (_, write) => {
    const { library, file, rows, removed } = await aStory()

    await write(file, story(52, 7))
    await library.refresh()
    await until(library, ({ stories }) => stories[0]?.heat === 7)

    expect([...rows]).toEqual(['52/7'])
    expect(removed).toEqual([])
  }
)

it.each(Object.entries(writers))(
  'keeps both sides when a story is saved that was just written %s',
  async (_, write) => {
    const { library, file, text } = await aStory()

    await write(file, story(52, 7))

    expect(await library.change(STORY, setQuality, null)).toMatchObject({ ok: true })
    expect(await text(STORY)).toBe(story(80, 7))
  }
)

it.each(Object.entries(writers).slice(0, 2))(
  'asks when a story is saved whose field was just written %s',
  async (_, write) => {
    const { library, file, text } = await aStory()

    await write(file, story(60, 1))

    expect(await library.change(STORY, setQuality, null)).toMatchObject({
      ok: false,
      error: { code: 'conflict', field: 'quality', yours: 80, theirs: 60 }
    })
    expect(await text(STORY)).toBe(story(60, 1))
  }
)

it.each(Object.entries(writers).filter(([how]) => how.startsWith('bit by bit')))(
  'cuts off nothing when it saves while the story is written %s',
  async (_, write) => {
    const { library, file, text } = await aStory()

    const written = write(file, story(52, 7))
    await pause(100)
    const saving = library.change(STORY, setQuality, null)
    await written

    expect(await saving).toMatchObject({ ok: true })
    expect(await text(STORY)).toBe(story(80, 7))
  }
)

it('keeps both sides when it saves while the story is deleted, before it is created again', async () => {
  const { library, file, text } = await aStory()
  await library.read(STORY) // so that a thread is there, and looks at once

  await rm(file)
  const saving = library.change(STORY, setQuality, null)
  expect(await library.source(STORY)).toMatchObject({ ok: false })
  await writeFile(file, story(52, 7))

  expect(await saving).toMatchObject({ ok: true })
  expect(await text(STORY)).toBe(story(80, 7))
})

it('refuses to write in a folder that is read-only, even for the superuser', async () => {
  const { library, path, text } = await aStory()
  await chmod(path('_news'), 0o555)
  onTestFinished(() => chmod(path('_news'), 0o755))

  expect(await library.change(STORY, setQuality, null)).toMatchObject({
    ok: false,
    error: { code: 'disk', reason: expect.stringMatching(/folder is read-only|no permission/) }
  })
  expect(await text(STORY)).toBe(story(52, 1))
  expect(await readdir(path('_news'))).toEqual(['tides.md'])
})

/** Makes a file that cannot be renamed over; `null` where the system does not let tests do that. */
function heldFile(file: string): { release(): void } | null {
  try {
    execFileSync('mount', ['--bind', file, file], { stdio: 'ignore' })
  } catch {
    return null
  }
  let held = true
  const release = () => {
    if (held) execFileSync('umount', [file])
    held = false
  }
  onTestFinished(release)
  return { release }
}

it('waits for a program that holds the file, then saves', async (test) => {
  const { library, file, path, text } = await aStory()
  const held = heldFile(file)
  if (held === null) return test.skip('no permission to hold a file')

  const saving = library.change(STORY, setQuality, null)
  while ((await readdir(path('_news'))).length === 1) await pause(5)
  await pause(100) // the new version is beside the old one, and cannot take its place
  held.release()

  expect(await saving).toMatchObject({ ok: true })
  expect(await text(STORY)).toBe(story(80, 1))
})

it('says after some seconds that another program holds the file, and leaves nothing beside it', async (test) => {
  const { library, file, path, text } = await aStory()
  const held = heldFile(file)
  if (held === null) return test.skip('no permission to hold a file')

  const result = await library.change(STORY, setQuality, null)
  held.release()

  expect(result).toMatchObject({
    error: { code: 'disk', reason: 'another program holds it' }
  })
  expect(await text(STORY)).toBe(story(52, 1))
  expect(await readdir(path('_news'))).toEqual(['tides.md'])
}, 20_000)

const MANY = process.env.STORYDESK_LONG === '1' ? 6000 : 600

it(`sees each of ${MANY} stories that are replaced at once, and can be used meanwhile`, async () => {
  const short = (quality: number) => `---\ntitle: Tides\nquality: ${quality}\n---\n`
  const names = Array.from({ length: MANY }, (_, n) => `_news/${n}.md`)
  const { library, path, text, write } = await aLibrary({
    ...Object.fromEntries(names.map((name) => [name, short(1)])),
    'own.md': short(52)
  })

  const replaced = Promise.all(
    names.map(async (name) => {
      await write(`${name}.tmp`, short(2))
      await rename(path(`${name}.tmp`), path(name))
    })
  )
  const own = await library.change(id('own.md'), setQuality, null)
  await replaced
  await until(
    library,
    ({ stories }) => stories.filter(({ quality }) => quality === 2).length === MANY
  )

  expect(own).toMatchObject({ ok: true })
  expect(await text('own.md')).toBe(short(80))
  expect(library.snapshot().stories).toHaveLength(MANY + 1)
}, 60_000)
