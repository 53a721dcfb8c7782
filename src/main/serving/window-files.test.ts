import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createWindowFiles } from './window-files'

async function builtRenderer() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'storydesk-')))
  onTestFinished(() => rm(folder, { recursive: true }))
  const rendererFolder = join(folder, 'renderer')
  await mkdir(join(rendererFolder, 'assets'), { recursive: true })
  await writeFile(join(rendererFolder, 'index.html'), '<title>Storydesk</title>')
  await writeFile(join(rendererFolder, 'assets', 'index-a1.js'), '')
  await writeFile(join(rendererFolder, '.env.js'), '')
  await writeFile(join(rendererFolder, 'notes.txt'), '')
  await writeFile(join(folder, 'secret.js'), 'secret')
  await symlink(join(folder, 'secret.js'), join(rendererFolder, 'link.js'))
  await mkdir(join(rendererFolder, 'folder.js'))
  const library = join(folder, 'library')
  await mkdir(join(library, 'assets'), { recursive: true })
  await writeFile(join(library, 'assets', 'harbour at dawn.png'), 'a picture')
  const at = (libraryFolder: string) =>
    createWindowFiles({ rendererFolder, libraryFolder: () => libraryFolder })
  return { files: at(library), filesWhileClosed: at(''), library, rendererFolder }
}

it('serves the page at / and asks for it anew each time', async () => {
  const { files, rendererFolder } = await builtRenderer()

  expect(await files('/')).toEqual({
    path: join(rendererFolder, 'index.html'),
    type: 'text/html; charset=utf-8',
    headers: { 'cache-control': 'no-cache' }
  })
})

it('serves a built script for good, because its name carries its hash', async () => {
  const { files, rendererFolder } = await builtRenderer()

  expect(await files('/assets/index-a1.js')).toEqual({
    path: join(rendererFolder, 'assets', 'index-a1.js'),
    type: 'text/javascript; charset=utf-8',
    headers: { 'cache-control': 'max-age=31536000, immutable' }
  })
})

it.each([
  '/missing.js',
  '/../secret.js',
  '/assets/../../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/..%5csecret.js',
  '/..\\secret.js',
  '/%252e%252e%252fsecret.js',
  '/.%2e/secret.js',
  '/assets/..%c0%afsecret.js',
  '//secret.js',
  '/index.html%00.js',
  '/index.html\0',
  '/link.js',
  '/folder.js',
  '/.env.js',
  '/notes.txt',
  '/index.html/',
  '/assets',
  'index.html',
  ''
])('has nothing at %j', async (pathname) => {
  const { files } = await builtRenderer()

  expect(await files(pathname)).toBeNull()
})

it('serves pictures of the open library', async () => {
  const { files, library } = await builtRenderer()

  expect(await files('/pictures/assets/harbour%20at%20dawn.png')).toMatchObject({
    path: join(library, 'assets', 'harbour at dawn.png'),
    type: 'image/png',
    headers: { 'cache-control': 'max-age=60', 'x-content-type-options': 'nosniff' }
  })
})

it.each([
  '/pictures/',
  '/pictures/%E0%A4%A',
  '/pictures/..%2frenderer%2findex.html',
  '/pictures/%2e%2e/secret.js',
  '/pictures/assets%5charbour%20at%20dawn.png',
  '/pictures/assets/harbour%20at%20dawn.png%00'
])('has no picture at %s', async (pathname) => {
  const { files } = await builtRenderer()

  expect(await files(pathname)).toBeNull()
})

it('has no pictures while no library is open, not even those of the working folder', async () => {
  const { filesWhileClosed, library } = await builtRenderer()
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  process.chdir(library)

  expect(await filesWhileClosed('/pictures/assets/harbour%20at%20dawn.png')).toBeNull()
})
