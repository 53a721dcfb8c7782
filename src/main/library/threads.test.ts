import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { silent } from '../../../test/a-library'
import closingProcess from '../../../test/closing-process?modulePath'
import { READY } from './answer-jobs'
import { createThreads } from './threads'

/** Doubles numbers, and ends at 13. */
const DOUBLES = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (job) => {
    if (job === 13) throw new Error('Thirteen')
    parentPort.postMessage(job * 2)
  })
  parentPort.postMessage('${READY}')`

/** A module that can be loaded from the second time on. */
const STUMBLES = `
  const { existsSync, writeFileSync } = require('node:fs')
  if (!existsSync(__filename + '.tried')) {
    writeFileSync(__filename + '.tried', '')
    throw new Error('Not yet')
  }
  ${DOUBLES}`

async function threadsOf(module: string | null) {
  const { path } = await aFolder(module === null ? {} : { 'worker.cjs': module })
  const threads = createThreads<number, number>({
    module: path('worker.cjs'),
    most: 2,
    log: silent
  })
  onTestFinished(() => threads.close())
  return threads
}

it('answers jobs, and null for one that ends its thread', async () => {
  const threads = await threadsOf(DOUBLES)

  expect(await Promise.all([1, 13, 3].map(threads.ask))).toEqual([2, null, 6])
  expect(threads.isBroken()).toBe(false)
})

it('gives a job to a fresh thread when the first one could not start', async () => {
  const threads = await threadsOf(STUMBLES)

  expect(await threads.ask(4)).toBe(8)
  expect(threads.isBroken()).toBe(false)
})

it('starts threads ahead that cannot start, and goes on', async () => {
  const threads = await threadsOf(STUMBLES)
  threads.wake(1)

  expect(await threads.ask(4)).toBe(8)
})

it('tells that no thread can start, to all that wait', async () => {
  const threads = await threadsOf(null)

  expect(await Promise.all([1, 2, 3, 4, 5].map(threads.ask))).toEqual(Array(5).fill(null))
  expect(threads.isBroken()).toBe(true)
})

/** Answers, and goes on with what cannot be stopped in the middle. */
const GOES_ON = `
  const { pbkdf2Sync } = require('node:crypto')
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (buffer) => {
    const answered = new Int32Array(buffer)
    parentPort.postMessage('an answer')
    Atomics.store(answered, 0, 1)
    Atomics.notify(answered, 0)
    pbkdf2Sync('', '', 500_000, 64, 'sha512')
  })
  parentPort.postMessage('${READY}')`

it('keeps the program alive until its threads have ended', async () => {
  const { path } = await aFolder({ 'worker.cjs': GOES_ON })
  const process = fork(closingProcess, [path('worker.cjs')], { stdio: 'ignore' })
  onTestFinished(() => void process.kill('SIGKILL'))

  // 13: it waited for something that could not happen any more.
  expect(await once(process, 'exit')).toEqual([0, null])
})
