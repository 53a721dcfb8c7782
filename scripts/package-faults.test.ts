import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { asarFiles } from './asar-files.mjs'
import { packageFaults, productionPackages } from './package-faults.mjs'

const packages = new Set(['ws', '@scope/lib'])
const sound = [
  'package.json',
  'LICENSE',
  'content/_news/story.md',
  'content/_config.yml',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/ws/package.json',
  'node_modules/ws/index.js',
  'node_modules/@scope/lib/package.json'
]

it('has nothing to say of a package that holds what it must and nothing else', () => {
  expect(packageFaults(sound, packages)).toEqual([])
})

it.each([
  'src/main/index.ts',
  'e2e/desk.ts',
  'out/main/index.js.map',
  'out/.sources',
  '.git/config',
  'node_modules/vitest/package.json',
  'node_modules/ws/README.md',
  'node_modules/ws/test/a.js'
])('says that it should not hold %s', (path) => {
  expect(packageFaults([...sound, path], packages)).toEqual([`It should not hold ${path}.`])
})

it.each(['out/preload/index.cjs', 'LICENSE', 'node_modules/ws/package.json'])(
  'says that it lacks %s',
  (path) => {
    const rest = sound.filter((one) => one !== path)
    expect(packageFaults(rest, packages)).toEqual([`It lacks ${path}.`])
  }
)

it('takes production packages from the lock file, and nested copies as part of them', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/ws': {},
      'node_modules/@scope/lib': {},
      'node_modules/ws/node_modules/old': {},
      'node_modules/vitest': { dev: true },
      'node_modules/shared': { devOptional: true }
    }
  }
  expect(productionPackages(lock)).toEqual(packages)
})

it('lists the files of an archive at any depth', async () => {
  const file = { size: 1, offset: '0' }
  const tree = { files: { 'a.js': file, out: { files: { main: { files: { 'b.js': file } } } } } }
  const json = Buffer.from(JSON.stringify(tree))
  const sizes = Buffer.alloc(16)
  for (const [at, size] of [4, json.length + 8, json.length + 4, json.length].entries()) {
    sizes.writeUInt32LE(size, at * 4)
  }
  const folder = await mkdtemp(join(tmpdir(), 'storydesk-asar-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const archive = join(folder, 'app.asar')
  await writeFile(archive, Buffer.concat([sizes, json, Buffer.from('xx')]))

  expect(asarFiles(archive)).toEqual(['a.js', 'out/main/b.js'])
})
