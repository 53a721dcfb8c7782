import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { checkCommand } from '../src/main/cli/check-command'
import { createLibrary } from '../src/main/library/library'
import { createLog } from '../src/main/log'
import { generateLibrary } from './generate'

/** Checking a library takes at most so many times as long as opening it without anything known of it. */
const MOST = 1.5
const STORIES = 12_000
const ROUNDS = 4
const DATA = resolve('../shared/data')

const since = (start: number): number => Math.round(performance.now() - start)

async function open(folder: string): Promise<number> {
  const library = createLibrary({ log: createLog(() => {}), appData: null })
  const start = performance.now()
  await library.open(folder)
  await library.opened()
  const took = since(start)
  await library.close()
  return took
}

/** The whole command, its lines and all. */
async function check(folder: string, form: readonly string[]): Promise<number> {
  const start = performance.now()
  const code = await checkCommand.run([folder, ...form], {
    root: process.cwd(),
    env: process.env,
    stdin: Readable.from([]),
    say: () => {},
    complain: () => {}
  })
  if (code === 2) throw new Error('The library cannot be read')
  return since(start)
}

const kinds = {
  open,
  text: (folder: string) => check(folder, []),
  sarif: (folder: string) => check(folder, ['--sarif'])
} as const
type Kind = keyof typeof kinds

/** Each measurement has a process of its own, so that none warms up another. */
function measure(kind: Kind, folder: string): number {
  const args = [process.argv[1] ?? '', '--measure', kind, folder]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${kind}: ${stderr}`)
  return Number(stdout.trim().split('\n').at(-1))
}

/** The best of several rounds, one after the other of each kind: what else the machine does only makes them longer. */
function bench(library: string, folder: string) {
  const names = Object.keys(kinds) as Kind[]
  const best = new Map(names.map((name) => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      best.set(name, Math.min(best.get(name) ?? 0, measure(name, folder)))
    }
  }
  const of = (name: Kind): number => best.get(name) ?? Number.NaN
  const ratio = (name: Kind): number => Math.round((of(name) / of('open')) * 100) / 100
  return {
    library,
    load: loadavg()[0]?.toFixed(1),
    ...Object.fromEntries(best),
    'text / open': ratio('text'),
    'sarif / open': ratio('sarif')
  }
}

function run(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
  const results: ReturnType<typeof bench>[] = []
  for (const links of [38, 5]) {
    const folder = join(scratch, 'generated')
    generateLibrary(folder, { stories: STORIES, links })
    results.push(bench(`${STORIES} generated, ${links} links`, folder))
  }
  for (const name of existsSync(DATA) ? ['corona', 'azure-slice'] : []) {
    spawnSync('tar', ['xzf', join(DATA, `${name}.tar.gz`), '-C', scratch])
    results.push(bench(name, join(scratch, name)))
  }
  rmSync(scratch, { recursive: true })
  console.table(results)
  console.log(JSON.stringify({ bench: 'check', budget: { 'text / open': MOST }, results }))
  process.exitCode = results.every((result) => result['text / open'] <= MOST) ? 0 : 1
}

const [flag, kind = '', folder = ''] = process.argv.slice(2)
if (flag === '--measure') {
  const alive = setInterval(() => {}, 1000) // a library that only waits for the disk keeps no process alive
  const took = await kinds[kind as Kind](folder)
  clearInterval(alive)
  console.log(took)
} else run()
