import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './ensure-built.mjs'
import { publish } from './publish.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-files-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const remove = (path: string): void => rmSync(join(root, path))

describe('fingerprint', () => {
  beforeEach(() => {
    write('package.json', '{}')
    write('src/main/index.ts', 'one')
    write('src/main/deep/other.ts', 'two')
  })

  it.each<[what: string, change: () => void]>([
    ['a source changes', () => write('src/main/index.ts', 'uno')],
    ['a source is added', () => write('src/renderer/index.html', '')],
    ['a source is deleted', () => remove('src/main/deep/other.ts')],
    [
      'two sources swap their texts',
      () => {
        write('src/main/index.ts', 'two')
        write('src/main/deep/other.ts', 'one')
      }
    ],
    ['a version in package.json changes', () => write('package.json', '{"version":"1"}')],
    ['a compiler option changes', () => write('tsconfig.web.json', '{}')],
    ['the way of building changes', () => write('electron.vite.config.ts', '')]
  ])('changes when %s', async (_, change) => {
    const before = await fingerprint(root)
    change()
    expect(await fingerprint(root)).not.toBe(before)
  })

  it.each<[what: string, change: () => void]>([
    ['times', () => utimesSync(join(root, 'src/main/index.ts'), 1, 1)],
    ['tests', () => write('src/main/index.test.ts', '')],
    ['what lies beside the sources', () => write('README.md', '')]
  ])('does not go by %s', async (_, change) => {
    const before = await fingerprint(root)
    change()
    expect(await fingerprint(root)).toBe(before)
  })
})

describe('publish', () => {
  const publishNext = () => publish(join(root, 'out/.next'), join(root, 'out'), ['main/cli.js'])

  it('puts the first build in place', async () => {
    write('out/.next/main/cli.js', 'import "./chunks/a.js"')
    write('out/.next/main/chunks/a.js', 'a')
    await publishNext()
    expect(readdirSync(join(root, 'out'))).toEqual(['main'])
    expect(read('out/main/chunks/a.js')).toBe('a')
  })

  it('replaces what changed, drops what is gone and keeps dot files', async () => {
    write('out/.sources', 'stamp')
    write('out/main/cli.js', 'old')
    write('out/main/chunks/old.js', 'old')
    write('out/.next/main/cli.js', 'new')
    write('out/.next/main/chunks/new.js', 'new')
    await publishNext()
    expect(read('out/main/cli.js')).toBe('new')
    expect(readdirSync(join(root, 'out/main/chunks'))).toEqual(['new.js'])
    expect(read('out/.sources')).toBe('stamp')
  })
})
