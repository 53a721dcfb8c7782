import { cp, readdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder } from './a-folder'
import { runCli } from './built-cli'

const root = join(import.meta.dirname, '..')

it('blames no story for what was taken away of Storydesk itself', async () => {
  const { folder } = await aFolder({ 'tides.md': '---\ntitle: Tides\n---\n' })
  const copy = await aFolder()
  await cp(join(root, 'out', 'main'), copy.path('out/main'), { recursive: true })
  await cp(join(root, 'package.json'), copy.path('package.json'))
  await symlink(join(root, 'node_modules'), copy.path('node_modules'))
  const chunks = await readdir(copy.path('out/main/chunks'))
  const worker = chunks.find((name) => name.startsWith('read-worker')) ?? 'no worker'
  await rm(copy.path(join('out/main/chunks', worker)))

  const { stdout } = await runCli(['list', folder], '', {}, copy.path('out/main/cli.js'))

  expect(stdout).toContain("Storydesk's own files were replaced while it runs")
})
