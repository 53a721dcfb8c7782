import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { markOf, oneAtATime } from './one-at-a-time.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'one-at-a-time-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('runs one work after the other', async () => {
  const events: string[] = []
  const work = (name: string) => async () => {
    events.push(`${name} begins`)
    await new Promise(setImmediate)
    events.push(`${name} ends`)
  }
  await Promise.all([oneAtATime(folder, work('a')), oneAtATime(folder, work('b'))])
  expect(events).toHaveLength(4)
  expect(events[0]?.slice(0, 1)).toBe(events[1]?.slice(0, 1))
})

it('lets the next one in when the work fails', async () => {
  await expect(oneAtATime(folder, () => Promise.reject(new Error('no disk')))).rejects.toThrow(
    'no disk'
  )
  expect(existsSync(markOf(folder))).toBe(false)
  expect(await oneAtATime(folder, async () => 'done')).toBe('done')
})

it('does not wait for a process that is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(markOf(folder), String(pid))
  expect(await oneAtATime(folder, async () => 'done')).toBe('done')
})
