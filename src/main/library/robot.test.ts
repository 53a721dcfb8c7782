import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aLibrary, id } from '../../../test/a-library'
import type { Result } from '../../shared/result'
import type { LinkKey, Story } from '../../shared/story/story'
import type { StoryError } from '../../shared/story/story-error'
import type { Library } from './library'

const STORIES = 12
/** `STORYDESK_LONG=1` goes on for minutes. */
const LONG = process.env.STORYDESK_LONG === '1'
const ROUNDS = LONG ? 10_000 : 150

/** What a story says, as both sides left it. The order of links is the subject of other tests. */
type Model = {
  quality: number
  published: boolean
  heat: number
  secured: string
  readonly topics: Set<string>
  readonly links: Set<string>
}

const name = (n: number) => `_news/${n}.md`
const url = (link: string) => `https://${link}.example/`

const textOf = (n: number, { quality, published, heat, secured, topics, links }: Model) =>
  [
    '---',
    `title: 'Story ${n}' # a comment`,
    `quality: ${quality}`,
    `heat: ${heat}`,
    `published: ${published}`,
    'unknown: {a: [1, 2]}',
    'topics:',
    ...[...topics].map((topic) => `  - ${topic}`),
    'related:',
    ...[...links].flatMap((link) => [`- title: "${link}"`, `  webUrl: ${url(link)}`]),
    `secured: "${secured}"`,
    '---',
    `Body of ${n}`,
    ''
  ].join(n % 2 === 0 ? '\n' : '\r\n')

/** Reads what a file says without any code of the library; the rest of the file comes back as text. */
function modelOf(text: string): { readonly model: Model; readonly rest: string } {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, value]) => value ?? '')
  const one = (pattern: RegExp) => all(pattern)[0] ?? ''
  const model: Model = {
    quality: Number(one(/^quality: (.*?)\r?$/gm)),
    published: one(/^published: (.*?)\r?$/gm) === 'true',
    heat: Number(one(/^heat: (.*?)\r?$/gm)),
    secured: one(/^secured: "(.*?)"\r?$/gm),
    topics: new Set(all(/^ {2}- (.*?)\r?$/gm)),
    links: new Set(all(/^- title: "(.*?)"\r?$/gm))
  }
  const rest = text.replace(
    /^(quality|heat|published|secured|topics|related|- title| {2})[^\n]*\n/gm,
    ''
  )
  return { model, rest }
}

function createRandom(seed: number) {
  let state = seed
  return (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
type Random = (limit: number) => number

const pick = <T>(random: Random, list: Iterable<T>): T | undefined => {
  const all = [...list]
  return all[random(Math.max(1, all.length))]
}

/** Another program: rewrites fields of its own from what the file says, in one go, in place or by renaming. */
function robotWrites(random: Random, path: string, n: number, model: Model, round: number): void {
  model.heat = random(500) - 1
  model.secured = `blob-${round}`
  if (random(4) === 0) model.quality = random(200)
  const dropped = random(4) === 0 ? pick(random, model.links) : undefined
  if (dropped !== undefined) model.links.delete(dropped)
  if (random(3) === 0) model.links.add(`robot-${round}`)
  const onDisk = modelOf(readFileSync(path, 'utf8')).model
  const shuffled = [...model.links].sort(() => random(3) - 1)
  const text = textOf(n, { ...onDisk, ...model, links: new Set(shuffled) })
  if (random(2) === 0) writeFileSync(path, text)
  else {
    writeFileSync(`${path}.robot`, text)
    renameSync(`${path}.robot`, path)
  }
}

type Edit = {
  readonly done: Promise<Result<Story, StoryError>>
  readonly apply: (model: Model) => void
  readonly revert: (model: Model) => void
}

/** One edit of what the list says at this moment, which may be older than what the file says. */
function anEdit(random: Random, library: Library, row: Story, model: Model, round: number): Edit {
  const at = row.id
  const kind = random(5)
  if (kind === 0) {
    const value = random(200)
    const was = row.quality ?? 0
    return {
      done: library.change(at, { kind: 'set', field: 'quality', was, value }, null),
      apply: (m) => {
        m.quality = value
      },
      revert: (m) => {
        m.quality = was
      }
    }
  }
  if (kind === 1) {
    const was = row.published ?? false
    return {
      done: library.change(at, { kind: 'set', field: 'published', was, value: !was }, null),
      apply: (m) => {
        m.published = !was
      },
      revert: (m) => {
        m.published = was
      }
    }
  }
  if (kind === 2) {
    const topic = `Topic ${round}`
    return {
      done: library.change(at, { kind: 'add-topic', topic, before: null }, null),
      apply: (m) => void m.topics.add(topic),
      revert: (m) => void m.topics.delete(topic)
    }
  }
  if (kind === 3) {
    const added = `desk-${round}`
    const link = { title: added, webUrl: url(added) }
    return {
      done: library.change(at, { kind: 'add-link', link, before: null }, null),
      apply: (m) => void m.links.add(added),
      revert: (m) => void m.links.delete(added)
    }
  }
  const link = pick(random, model.links) ?? 'nothing'
  return {
    done: library.change(at, { kind: 'remove-link', link: `1:${url(link)}` as LinkKey }, null),
    apply: (m) => void m.links.delete(link),
    revert: (m) => void m.links.add(link)
  }
}

it(
  'loses nothing while a robot rewrites the same stories',
  async () => {
    const random = createRandom(20_260_312)
    const models = Array.from({ length: STORIES }, (): Model => {
      const links = new Set(['one', 'two', 'three'])
      return {
        quality: 50,
        published: false,
        heat: 1,
        secured: 'x',
        topics: new Set(['Tides']),
        links
      }
    })
    const { library, path, text } = await aLibrary(
      Object.fromEntries(models.map((model, n) => [name(n), textOf(n, model)]))
    )
    const steps: { readonly n: number; readonly edit: Edit }[] = []
    const counts = { edits: 0, refused: 0, undone: 0, robot: 0, bulk: 0 }

    for (let round = 0; round < ROUNDS; round += 1) {
      const n = random(STORIES)
      const model = models[n] as Model
      const action = random(10)
      if (action < 5) {
        robotWrites(random, path(name(n)), n, model, round)
        counts.robot += 1
      } else if (action < 8) {
        const row = library.snapshot().stories.find((story) => story.id === name(n)) as Story
        const edit = anEdit(random, library, row, model, round)
        // Another story is rewritten while this one is being saved.
        const other = (n + 1) % STORIES
        robotWrites(random, path(name(other)), other, models[other] as Model, round)
        const result = await edit.done
        if (result.ok) {
          edit.apply(model)
          if (library.snapshot().state.undo !== null) steps.push({ n, edit })
          counts.edits += 1
        } else {
          expect(['conflict', 'gone']).toContain(result.error.code)
          counts.refused += 1
        }
      } else if (action === 8) {
        const before = library.snapshot().state.undo
        const outcome = before === null ? null : await library.undo()
        const undone = steps.pop()
        if (outcome !== null && undone !== undefined) {
          if (outcome.failed.length === 0) undone.edit.revert(models[undone.n] as Model)
          else expect(['conflict', 'gone']).toContain(outcome.failed[0]?.code)
          counts.undone += 1
        }
      } else {
        const chosen = [n, (n + 5) % STORIES]
        const topic = `Bulk ${round}`
        const ids = chosen.map((at) => id(name(at)))
        const outcome = await library.bulk(ids, { kind: 'add-topics', topics: [topic] })
        expect(outcome?.failed).toEqual([])
        for (const at of chosen) (models[at] as Model).topics.add(topic)
        await library.undo()
        for (const at of chosen) (models[at] as Model).topics.delete(topic)
        counts.bulk += 1
      }
    }
    await library.refresh()

    for (const [n, model] of models.entries()) {
      const onDisk = modelOf(await text(name(n)))
      expect(onDisk).toEqual({ model, rest: modelOf(textOf(n, model)).rest })
      const row = library.snapshot().stories.find((story) => story.id === name(n))
      expect(row).toMatchObject({
        quality: model.quality,
        heat: model.heat,
        links: model.links.size
      })
    }
    const { refused, ...happened } = counts
    expect(refused).toBeLessThan(counts.edits)
    expect(Math.min(...Object.values(happened))).toBeGreaterThan(5)
  },
  LONG ? 1_800_000 : 120_000
)
