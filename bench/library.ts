import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import matter from 'gray-matter'
import { createLibrary, type Library } from '../src/main/library/library'
import { createLog } from '../src/main/log'
import type { StoryId } from '../src/shared/story/story-id'
import { generateLibrary } from './generate'

/** What one measuring process found. Times in milliseconds, memory in megabytes. */
type Measured = { readonly [name: string]: number }

const log = createLog(() => {})
const since = (start: number): number => Math.round(performance.now() - start)

function storyFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .map((name) => join(folder, name))
}

/** An editor sees a story before changing it. */
const A_LOOK_MS = 30
/** And finds and selects stories before changing a thousand; duplicates have been looked for by then. */
const A_SELECTION_MS = 5000

/** Changes until the engine has compiled what it runs; they are reported by themselves. */
const WARM_UP = 50

/** The floor and the peers: what anybody pays to read these files, with one thread. */
const peers: Readonly<Record<string, (folder: string) => Promise<Measured>>> = {
  async stat(folder) {
    const start = performance.now()
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      lstatSync(join(folder, name))
    }
    return { stat: since(start) }
  },
  async readFile(folder) {
    const files = storyFiles(folder)
    const start = performance.now()
    for (const file of files) await readFile(file)
    return { readFile: since(start), files: files.length }
  },
  async grayMatter(folder) {
    const files = storyFiles(folder)
    const start = performance.now()
    for (const file of files) {
      try {
        matter(readFileSync(file, 'utf8'), {}) // options: without them it answers from its cache
      } catch {
        // It cannot read this one: that costs time as well.
      }
    }
    return { grayMatter: since(start) }
  }
}

async function openLibrary(folder: string, appData: string | null) {
  const library = createLibrary({ log, appData })
  const start = performance.now()
  let firstRows = 0
  library.events.subscribe(({ saved }) => {
    if (firstRows === 0 && saved.length > 0) firstRows = since(start)
  })
  await library.open(folder)
  await library.opened()
  return { library, open: since(start), firstRows }
}

const memory = (): number => Math.round(process.memoryUsage().rss / 1024 / 1024)

const ours: Readonly<Record<string, (folder: string, appData: string) => Promise<Measured>>> = {
  async open(folder, appData) {
    const { library, open: opened, firstRows } = await openLibrary(folder, appData)
    const peak = memory()
    await pause(25_000) // checks and duplicates are done, and unneeded threads have gone home
    globalThis.gc?.()
    const measured = { open: opened, firstRows, peakMB: peak, restMB: memory() }
    await library.close()
    return measured
  },
  async warm(folder, appData) {
    const { library, open: opened, firstRows } = await openLibrary(folder, appData)
    await library.close()
    return { warm: opened, warmFirstRows: firstRows }
  },
  async change(folder, appData) {
    const { library } = await openLibrary(folder, appData)
    const ids = library.snapshot().stories.filter(({ problem }) => problem === null)
    const changes: number[] = []
    const writes: number[] = []
    for (const { id, quality } of ids.slice(0, WARM_UP + 200)) {
      const value = (quality ?? 0) + 1
      const was = quality === null ? {} : { was: quality }
      await library.read(id)
      await pause(A_LOOK_MS)
      changes.push(
        await timed(async () => {
          const change = { kind: 'set', field: 'quality', ...was, value } as const
          const saved = await library.change(id, change, null)
          if (!saved.ok) throw new Error(`${id}: ${saved.error.code}`)
        })
      )
      writes.push(await timed(() => plainWrite(join(folder, id))))
    }
    await library.close()
    const [first, last] = [changes.slice(0, WARM_UP), changes.slice(WARM_UP)]
    const changeP95 = p95(last)
    const writeP95 = p95(writes.slice(WARM_UP))
    return { firstChangesP95: p95(first), changeP95, writeP95, changeRatio: changeP95 / writeP95 }
  },
  async bulk(folder, appData) {
    const { library } = await openLibrary(folder, appData)
    const ids = library.snapshot().stories.map(({ id }) => id)
    await pause(A_SELECTION_MS)
    const start = performance.now()
    const bulk = { kind: 'add-to-score', field: 'quality', amount: 1 } as const
    const outcome = await library.bulk(ids.slice(-1000), bulk)
    const done = since(start)
    if (outcome?.failed.length !== 0) throw new Error('Not all stories could be changed')
    await library.close()
    return { bulk1000: done }
  },
  async outside(folder) {
    const { library } = await openLibrary(folder, null)
    await library.refresh()
    const ids = library.snapshot().stories.map(({ id }) => id)
    const one: number[] = []
    for (const id of ids.slice(0, 30)) one.push(await outsideEdit(library, folder, [id]))
    const many = await outsideEdit(library, folder, ids.slice(30, 2030))
    await library.close()
    return { outsideP95: p95(one), outside2000: many }
  }
}

async function plainWrite(path: string): Promise<void> {
  const bytes = await readFile(path)
  const file = await open(`${path}.plain`, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  rmSync(`${path}.plain`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds from the last byte written by another program until the rows are there. */
async function outsideEdit(library: Library, folder: string, ids: readonly StoryId[]) {
  const awaited = new Set<string>(ids)
  const seen = new Promise<void>((done) => {
    const stop = library.events.subscribe(({ saved }) => {
      for (const { id } of saved) awaited.delete(id)
      if (awaited.size > 0) return
      stop()
      done()
    })
  })
  for (const id of ids) {
    const path = join(folder, id)
    await writeFile(path, `${await readFile(path, 'utf8')}\n`)
  }
  const start = performance.now()
  await seen
  return since(start)
}

const p95 = (times: readonly number[]): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0) * 10) / 10

/** Each measurement has a process of its own, so that none warms up another. */
function measure(kind: string, folder: string, appData: string): Measured {
  const args = ['--expose-gc', process.argv[1] ?? '', '--measure', kind, folder, appData]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${kind}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
}

/**
 * Times are the best of several rounds: what else the machine does only makes them longer. Memory is the most, and of
 * ratios that were taken within a round the median.
 */
function bestOf(rounds: readonly Measured[]): Measured {
  const names = Object.keys(rounds[0] ?? {})
  const of = (name: string): number => {
    const values = rounds.map((round) => round[name] ?? Number.NaN).toSorted((a, b) => a - b)
    const at = name.endsWith('MB') ? -1 : name.endsWith('Ratio') ? values.length >> 1 : 0
    return Math.round((values.at(at) ?? Number.NaN) * 100) / 100
  }
  return Object.fromEntries(names.map((name) => [name, of(name)]))
}

function measureAll(folder: string): Measured {
  const appData = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
  const kinds = [...Object.keys(peers), ...Object.keys(ours)]
  const all = Object.assign({}, ...kinds.map((kind) => measure(kind, folder, appData)))
  rmSync(appData, { recursive: true })
  return all
}

function benchLibrary(name: string, folder: string, rounds: number) {
  const load = loadavg()[0]?.toFixed(1)
  const result = bestOf(Array.from({ length: rounds }, () => measureAll(folder)))
  const ratio = (a: string, b: string) =>
    Math.round(((result[a] ?? 0) / (result[b] ?? 0)) * 100) / 100
  return {
    library: name,
    load: `${load} to ${loadavg()[0]?.toFixed(1)}`,
    ...result,
    'open / readFile': ratio('open', 'readFile'),
    'usable / gray-matter': ratio('firstRows', 'grayMatter'),
    'open / gray-matter': ratio('open', 'grayMatter'),
    'warm / stat': ratio('warm', 'stat')
  }
}

const ROUNDS = 3

function run(wanted: readonly string[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
  const results: Record<string, unknown>[] = []
  for (const size of wanted.map(Number)) {
    const folder = join(scratch, `${size}`)
    generateLibrary(folder, { stories: size, links: size > 20_000 ? 5 : 38 })
    results.push(benchLibrary(`${size} generated`, folder, size > 20_000 ? 1 : ROUNDS))
    rmSync(folder, { recursive: true })
  }
  const data = new URL('../../../../../shared/data/', import.meta.url).pathname
  for (const name of existsSync(data) ? ['corona', 'azure-slice'] : []) {
    const folder = join(scratch, name)
    spawnSync('tar', ['xzf', join(data, `${name}.tar.gz`), '-C', scratch])
    results.push(benchLibrary(name, folder, ROUNDS))
  }
  rmSync(scratch, { recursive: true })
  console.table(Object.fromEntries(results.map((result) => [result.library, result])))
  console.log(JSON.stringify({ bench: 'library', results }))
}

const [flag, kind = '', folder = '', appData = ''] = process.argv.slice(2)
if (flag === '--measure') {
  const alive = setInterval(() => {}, 1000) // a library that only waits for the disk keeps no process alive
  const measured = await (peers[kind] ?? ours[kind])?.(folder, appData)
  clearInterval(alive)
  console.log(JSON.stringify(measured))
} else {
  const sizes = process.argv.slice(2)
  run(sizes.length > 0 ? sizes : ['7000', '12000', '100000'])
}
