import { stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../test/a-folder'
import { createLogFile } from './log-file'

it('adds lines with their time, and gives back the last of them', async () => {
  const { path, text } = await aFolder()
  let time = Date.UTC(2026, 2, 12, 9, 23)
  const log = createLogFile(path('data'), () => time)

  log.write('info: one')
  time += 1000
  log.write('warning: two')

  expect(await text('data/storydesk.log')).toBe(
    '2026-03-12T09:23:00.000Z info: one\n2026-03-12T09:23:01.000Z warning: two\n'
  )
  expect(log.tail(1)).toEqual(['2026-03-12T09:23:01.000Z warning: two'])
})

it('begins another file when one is large, and drops the one before', async () => {
  const { folder, path } = await aFolder()
  const log = createLogFile(folder, () => 0)

  for (let at = 0; at < 30; at += 1) log.write(`${at} ${'x'.repeat(100_000)}`)

  expect((await stat(path('storydesk.log'))).size).toBeLessThan(1_200_000)
  expect((await stat(path('storydesk.log.1'))).size).toBeLessThan(1_200_000)
  expect(log.tail(2).map((line) => line.split(' ')[1])).toEqual(['28', '29'])
  expect(log.tail(100).length).toBeLessThan(30)
})

it('goes on where no file can be written', async () => {
  const { path } = await aFolder({ taken: 'a file, no folder' })
  const log = createLogFile(path('taken'), () => 0)

  log.write('info: one')

  expect(log.tail(5)).toEqual([])
})
