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
  const asked: string[] = []
  const files = createWindowFiles({
    rendererFolder,
    picture: async (path) => {
      asked.push(path)
      return null
    }
  })
  return { files, asked, rendererFolder }
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

it('asks the library for pictures by their decoded path', async () => {
  const { files, asked } = await builtRenderer()

  await files('/pictures/assets/harbour%20at%20dawn.png')

  expect(asked).toEqual(['assets/harbour at dawn.png'])
})

it('has no picture at an address that is not well-formed', async () => {
  const { files, asked } = await builtRenderer()

  expect(await files('/pictures/%E0%A4%A')).toBeNull()
  expect(asked).toEqual([])
})
