import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import matter from 'gray-matter'
import { load } from 'js-yaml'
import { patchFrontMatter } from '../src/main/front-matter/patch'
import { type FrontMatter, readFrontMatter } from '../src/main/front-matter/read'
import { readFields } from '../src/main/front-matter/read-fields'
import { inventedLibrary, inventedStory } from './invented-library'

const SKIP = { skip: ['related', 'secured'] }
const THREADS = 2
const ROUNDS = 7

/** How long the best of some rounds takes, in milliseconds: what the work takes when nothing else runs. */
function best(work: () => void, rounds = ROUNDS): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function verdict(name: string, ratio: number, least: number, unit: string): void {
  const fine = unit === 'at least' ? ratio >= least : ratio <= least
  say(`${fine ? 'ok  ' : 'MISS'} ${name}: ${ratio.toFixed(2)} x (${unit} ${least} x)`)
  if (!fine) process.exitCode = 1
}

/** Two threads that hold half the stories each; a round is from the order to the last answer. */
async function withThreads<T>(
  stories: readonly Buffer[],
  use: (round: () => Promise<number>) => Promise<T>
) {
  const workers = Array.from({ length: THREADS }, (_, i) => {
    const part = stories.filter((__, k) => k % THREADS === i)
    return new Worker(new URL(import.meta.url), { workerData: part })
  })
  const answers = () =>
    Promise.all(workers.map((w) => new Promise((done) => w.once('message', done))))
  await answers()
  const round = async (): Promise<number> => {
    const start = performance.now()
    const done = answers()
    for (const worker of workers) worker.postMessage('read')
    await done
    return performance.now() - start
  }
  try {
    return await use(round)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

async function readingList(name: string, stories: readonly Buffer[], least: number): Promise<void> {
  const bytes = stories.reduce((sum, story) => sum + story.length, 0)
  say(`${name}: ${stories.length} stories, ${(bytes / 1e6).toFixed(1)} MB`)
  const texts = stories.map((story) => story.toString('utf8'))
  await withThreads(stories, async (round) => {
    let usual = Number.POSITIVE_INFINITY
    let ours = Number.POSITIVE_INFINITY
    for (let i = 0; i < ROUNDS; i += 1) {
      usual = Math.min(
        usual,
        best(() => {
          for (const text of texts) matter(text, {})
        }, 1)
      )
      for (let k = 0; k < 3; k += 1) ours = Math.min(ours, await round())
    }
    const perSecond = (ms: number) => Math.round((stories.length / ms) * 1000)
    say(
      `     gray-matter ${perSecond(usual)} stories/s, readFields on ${THREADS} threads ${perSecond(ours)} stories/s`
    )
    verdict(`readFields against gray-matter, ${name}`, usual / ours, least, 'at least')
  })
}

function read(text: string): FrontMatter {
  const result = readFrontMatter(Buffer.from(text))
  if (result.kind === 'front-matter') return result.frontMatter
  throw new Error(result.problem.message)
}

function patching(name: string, links: number): void {
  const text = inventedStory(1, links)
  const frontMatter = read(text)
  const yaml = text.slice(frontMatter.start, frontMatter.end)
  const patch = [
    { op: 'replace', path: '/published', value: false } as const,
    ...(links > 0
      ? [{ op: 'move', from: `/related/${links - 1}`, path: '/related/0' } as const]
      : [])
  ]
  const times = Math.max(1, Math.round(200_000 / text.length))
  const repeat = (work: () => void) => () => {
    for (let i = 0; i < times; i += 1) work()
  }
  // Read each time, because the places of its nodes are found once for all patches of one reading.
  const apply = () => {
    if (!patchFrontMatter(read(text), patch).ok) throw new Error('Refused')
  }
  let loading = Number.POSITIVE_INFINITY
  let edited = Number.POSITIVE_INFINITY
  for (let i = 0; i < 25; i += 1) {
    loading = Math.min(
      loading,
      best(
        repeat(() => load(yaml)),
        1
      )
    )
    edited = Math.min(edited, best(repeat(apply), 1))
  }
  say(
    `${name}: ${text.length} characters, load ${(loading / times).toFixed(2)} ms, read, patch and verify ${(edited / times).toFixed(2)} ms`
  )
  verdict(`read, patch and verify against one load, ${name}`, edited / loading, 3, 'at most')
}

/** The stories of a real library, if it is there. */
function storiesBelow(folder: string): readonly Buffer[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && file.name.endsWith('.md'))
    .map((file) => readFileSync(join(file.parentPath ?? file.path, file.name)))
    .filter((bytes) => bytes.subarray(0, 4).toString() === '---\n')
}

if (isMainThread) {
  await readingList('long lists', inventedLibrary(1500, 38), 4)
  await readingList('short stories', inventedLibrary(6000, 0), 1.2)
  const corona = process.argv[2]
  if (corona !== undefined && existsSync(corona))
    await readingList(corona, storiesBelow(corona), 1.2)
  else say('corona: not measured; give its folder as the argument.')
  patching('a story with 180 links', 180)
  patching('a short story', 0)
} else {
  const stories = (workerData as Uint8Array[]).map((bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  )
  parentPort?.on('message', () => {
    for (const story of stories) readFields(story, SKIP)
    parentPort?.postMessage('done')
  })
  parentPort?.postMessage('ready')
}
