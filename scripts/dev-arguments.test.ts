import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDevArguments } from './dev-arguments.mjs'

it('takes a folder and how to show the desk', () => {
  expect(readDevArguments([])).toEqual({ browser: false, desktop: false, open: true, folder: null })
  expect(readDevArguments(['--browser', '--no-open', 'stories'])).toEqual({
    browser: true,
    desktop: false,
    open: false,
    folder: 'stories'
  })
})

it.each([
  ['an unknown option', ['--port', '8123'], 'npm run dev takes a folder,'],
  ['two folders', ['a', 'b'], 'Only one folder can be opened.'],
  ['both hosts', ['--browser', '--desktop'], 'Choose one of']
])('says in one sentence what is wrong with %s, and runs nothing', (_, args, sentence) => {
  const script = join(import.meta.dirname, 'dev.mjs')

  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args])

  expect({ status, stdout: String(stdout) }).toEqual({ status: 2, stdout: '' })
  expect(String(stderr)).toContain(sentence)
  expect(String(stderr).trim().split('\n')).toHaveLength(1)
})
