import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

type Probe = readonly [file: string, imports: string, says: string | null]

type Complaint = {
  readonly message: string
  readonly location: { readonly path: string; readonly start: { readonly line: number } }
}

const HOSTS = 'hosts do not know each other, and reach the library through handlers'
const WINDOW = 'the renderer reaches main only through its transport'
const NODE_MODULE = 'This import references a Node.js builtin module.'

/** What each wall refuses and with which words; `null` for what it lets through. */
const probes: readonly Probe[] = [
  ['src/shared/story/probe.ts', '../../main/library/library', 'shared runs anywhere'],
  ['src/shared/story/probe.ts', '../../renderer/src/state/desk', 'shared runs anywhere'],
  ['src/shared/story/probe.ts', 'electron', 'shared runs anywhere'],
  ['src/shared/story/probe.ts', 'react', 'shared runs anywhere'],
  ['src/shared/story/probe.ts', 'node:fs', NODE_MODULE],
  ['src/shared/story/probe.ts', '#shared/result', null],

  [
    'src/main/front-matter/probe.ts',
    '../story/read-story',
    'front-matter knows nothing of stories'
  ],
  [
    'src/main/front-matter/probe.ts',
    '#shared/story/story',
    'front-matter knows nothing of stories'
  ],
  ['src/main/front-matter/probe.ts', '../library/library', 'front-matter knows nothing of stories'],
  ['src/main/front-matter/probe.ts', '#shared/result', null],

  ['src/main/story/probe.ts', '../library/library', 'a story knows front matter and nothing above'],
  ['src/main/story/probe.ts', '../web/server', 'a story knows front matter and nothing above'],
  ['src/main/story/probe.ts', '../front-matter/read', null],

  ['src/main/related/probe.ts', '../library/library', 'related works on plain stories'],
  ['src/main/related/probe.ts', '../front-matter/read', 'related works on plain stories'],
  ['src/main/related/probe.ts', '#shared/story/story', null],

  ['src/main/library/probe.ts', '../web/server', 'the library knows no host'],
  ['src/main/library/probe.ts', '../electron/window', 'the library knows no host'],
  ['src/main/library/probe.ts', '../handlers', 'the library knows no host'],
  ['src/main/library/probe.ts', 'electron', 'the library knows no host'],
  ['src/main/library/probe.ts', '../story/read-story', null],

  ['src/main/changes/probe.ts', '../cli/command', 'changes know stories and files, and no host'],
  ['src/main/changes/probe.ts', '../handlers', 'changes know stories and files, and no host'],
  ['src/main/changes/probe.ts', '../story/same-json', null],

  ['src/main/cli/probe.ts', '../electron/window', 'the command line works without a window'],
  ['src/main/cli/probe.ts', '../library/library', null],

  ['src/main/electron/probe.ts', '../web/server', HOSTS],
  ['src/main/electron/probe.ts', '../front-matter/read', HOSTS],
  ['src/main/electron/probe.ts', '../dispatch', null],
  ['src/main/electron/probe.ts', 'electron', null],

  ['src/main/web/probe.ts', '../electron/window', HOSTS],
  ['src/main/web/probe.ts', 'electron', HOSTS],
  ['src/main/web/probe.ts', '../story/read-story', HOSTS],
  ['src/main/web/probe.ts', '../dispatch', null],

  ['src/main/handlers.ts', './web/server', 'does not depend on who carries the request'],
  ['src/main/dispatch.ts', 'electron', 'does not depend on who carries the request'],
  ['src/main/dispatch.ts', '#shared/contract/contract', null],

  ['src/preload/probe.ts', 'node:fs', 'the preload imports only electron'],
  ['src/preload/probe.ts', '../main/dispatch', 'the preload imports only electron'],
  ['src/preload/probe.ts', '#shared/contract/contract', 'the preload imports only electron'],
  ['src/preload/probe.ts', '#shared/contract/channels', null],
  ['src/preload/probe.ts', 'electron', null],

  ['src/renderer/src/state/probe.ts', 'electron', WINDOW],
  ['src/renderer/src/state/probe.ts', '../../../main/library/library', WINDOW],
  ['src/renderer/src/state/probe.ts', '../../../preload/index', WINDOW],
  ['src/renderer/src/state/probe.ts', 'node:fs', NODE_MODULE],
  ['src/renderer/src/state/probe.ts', '#shared/story/story', null],

  ['src/renderer/src/ui/probe.ts', '../features/list/list', 'ui knows no stories'],
  ['src/renderer/src/ui/probe.ts', '#shared/story/story', 'ui knows no stories'],
  ['src/renderer/src/ui/probe.ts', 'electron', 'ui knows no stories'],
  ['src/renderer/src/ui/probe.ts', './button', null],

  ['src/renderer/src/features/list/probe.ts', '../story/title', 'a feature never imports another'],
  ['src/renderer/src/features/list/probe.ts', '../../features/story/title', 'a feature never'],
  ['src/renderer/src/features/list/probe.ts', '../../App', 'a feature never imports another'],
  ['src/renderer/src/features/list/probe.ts', 'electron', 'a feature never imports another'],
  ['src/renderer/src/features/list/probe.ts', './row', null],
  ['src/renderer/src/features/list/probe.ts', '../../ui/button', null],
  ['src/renderer/src/features/list/probe.ts', '../../state/desk', null],
  ['src/renderer/src/features/list/probe.ts', '#shared/story/story', null]
]

let project: string
let complaints: readonly Complaint[]
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'walls-'))
  complaints = lint(project)
})
afterAll(() => rmSync(project, { recursive: true }))

const refused = probes.filter(([, , says]) => says !== null)
const allowed = probes.filter(([, , says]) => says === null)

it.each(refused)('%s may not import %s: %s', (file, imports, says) => {
  expect(complaintsAbout(file, imports)).toContainEqual(expect.stringContaining(String(says)))
})

it.each(allowed)('%s may import %s', (file, imports) => {
  expect(complaintsAbout(file, imports)).toEqual([])
})

/** Lints the probes with the project's own rules, in a folder laid out like the project. */
function lint(folder: string): readonly Complaint[] {
  const root = join(import.meta.dirname, '..')
  const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  for (const file of new Set(probes.map(([file]) => file))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    const lines = importsOf(file).map((imports) => `export { wall } from '${imports}'`)
    writeFileSync(join(folder, file), lines.join('\n'))
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return JSON.parse(stdout).diagnostics
}

/** What biome says about the line on which a file imports something. */
function complaintsAbout(file: string, imports: string): readonly string[] {
  const line = importsOf(file).indexOf(imports) + 1
  return complaints
    .filter(({ location }) => location.path === file && location.start.line === line)
    .map(({ message }) => message)
}

const importsOf = (file: string): readonly string[] =>
  probes.filter((probe) => probe[0] === file).map(([, imports]) => imports)
