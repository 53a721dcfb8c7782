import { expect, it } from 'vitest'
import { createTaskQueue } from './task-queue'

const turn = () => new Promise((done) => setImmediate(done))

it('runs tasks of one key one after the other, and of other keys beside them', async () => {
  const queue = createTaskQueue<string>()
  const said: string[] = []
  const task = (name: string, turns: number) => async () => {
    said.push(`${name} starts`)
    for (let n = 0; n < turns; n += 1) await turn()
    said.push(`${name} ends`)
  }

  await Promise.all([
    queue.run('a', task('a1', 3)),
    queue.run('a', task('a2', 0)),
    queue.run('b', task('b1', 1))
  ])

  expect(said).toEqual(['a1 starts', 'b1 starts', 'b1 ends', 'a1 ends', 'a2 starts', 'a2 ends'])
})

it('goes on after a task that failed, and tells its caller alone', async () => {
  const queue = createTaskQueue<string>()

  const failing = queue.run('a', () => Promise.reject(new Error('full disk')))
  const next = queue.run('a', async () => 'done')

  await expect(failing).rejects.toThrow('full disk')
  expect(await next).toBe('done')
})

it('knows what is busy, and when nothing is', async () => {
  const queue = createTaskQueue<string>()
  let finish = (): void => {}
  void queue.run('a', () => new Promise<void>((done) => (finish = done)))
  await turn()

  expect([queue.isBusy('a'), queue.isBusy('b')]).toEqual([true, false])
  finish()
  await queue.idle()
  await turn()
  expect(queue.isBusy('a')).toBe(false)
})
