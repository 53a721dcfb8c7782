import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isLeftover, replaceFile } from './replace-file'
import { versionOf } from './story-files'

const OLD = 'old\r\n'
const bytes = (text: string) => Buffer.from(text)

async function aFile(mode = 0o644) {
  const folder = await mkdtemp(join(tmpdir(), 'storydesk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'story.md')
  await writeFile(path, OLD)
  await chmod(path, mode)
  return { folder, path, text: () => readFile(path, 'utf8'), names: () => readdir(folder) }
}

it('puts the new bytes in the place of the old ones and leaves nothing beside them', async () => {
  const { path, text, names } = await aFile()

  const result = await replaceFile(path, bytes('new\n'), versionOf(bytes(OLD)))

  expect(result).toEqual({ ok: true, value: versionOf(bytes('new\n')) })
  expect(await text()).toBe('new\n')
  expect(await names()).toEqual(['story.md'])
})

it.each([0o600, 0o755, 0o664])('keeps the mode %o', async (mode) => {
  const { path } = await aFile(mode)

  await replaceFile(path, bytes('new'), versionOf(bytes(OLD)))

  expect((await lstat(path)).mode & 0o7777).toBe(mode)
})

it('refuses when the file holds something else than expected', async () => {
  const { path, text, names } = await aFile()

  const result = await replaceFile(path, bytes('new'), versionOf(bytes('what the editor saw')))

  expect(result).toMatchObject({ ok: false, error: { code: 'changed' } })
  expect(await text()).toBe(OLD)
  expect(await names()).toEqual(['story.md'])
})

it('refuses a read-only file, even for the superuser', async () => {
  const { path, text } = await aFile(0o444)

  const result = await replaceFile(path, bytes('new'), versionOf(bytes(OLD)))

  expect(result).toEqual({ ok: false, error: { code: 'disk', message: 'the file is read-only' } })
  expect(await text()).toBe(OLD)
})

it('refuses one of several hard links, because the others would keep the old text', async () => {
  const { folder, path, text } = await aFile()
  await link(path, join(folder, 'other-name.md'))

  const result = await replaceFile(path, bytes('new'), versionOf(bytes(OLD)))

  expect(result).toMatchObject({ ok: false, error: { code: 'disk' } })
  expect(await text()).toBe(OLD)
})

it('says in words that the file is gone, or is a folder now', async () => {
  const { folder, path } = await aFile()
  await mkdir(join(folder, 'folder.md'))

  const gone = await replaceFile(`${path}-gone`, bytes('new'), versionOf(bytes(OLD)))
  const isFolder = await replaceFile(join(folder, 'folder.md'), bytes('new'), versionOf(bytes(OLD)))

  expect(gone).toEqual({
    ok: false,
    error: { code: 'changed', message: 'the file or its folder is gone' }
  })
  expect(isFolder).toEqual({
    ok: false,
    error: { code: 'disk', message: 'it is not a file any more' }
  })
})

it('replaces a file whose name is as long as names can be', async () => {
  const { folder } = await aFile()
  const path = join(folder, `${'ä'.repeat(126)}.md`)
  await writeFile(path, OLD)

  const result = await replaceFile(path, bytes('new'), versionOf(bytes(OLD)))

  expect(result.ok).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('new')
})

it.each([
  ['.2026-tides.md.0123456789abcdef.storydesk-new', true],
  ['2026-tides.md.0123456789abcdef.storydesk-new', false],
  ['.storydesk-new', false],
  ['.gitignore', false]
])('knows whether %s is a leftover', (name, leftover) => {
  expect(isLeftover(name)).toBe(leftover)
})
