import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { anotherLibrary } from '../../../test/a-library'
import savingProcess from '../../../test/saving-process?modulePath'
import { isLeftover } from './replace-file'

/** Some kilobytes, so that a write takes more than one go. */
const BODY = 'Text of the body.\n'.repeat(3000)
const story = (quality: number) => `---\ntitle: Tides\nquality: ${quality}\n---\n${BODY}`
/** `STORYDESK_LONG=1` takes them all. */
const LONG = process.env.STORYDESK_LONG === '1'
const SAVES = LONG ? 500 : 20

/** Saves so many times, then waits until it is killed. */
function aSavingProcess(folder: string, appData: string, saves = SAVES): ChildProcess {
  const child = fork(savingProcess, [folder, appData, `${saves}`], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

it(
  'leaves the old or the new text of every save when it is killed at any moment',
  async () => {
    const { folder, text } = await aFolder({ 'a.md': story(0) })
    const appData = await aFolder()
    let saves = 0
    let kills = 0
    let last = 0

    while (saves < SAVES) {
      const child = aSavingProcess(folder, appData.folder)
      const until = saves + 1 + Math.floor(Math.random() * (SAVES / 8))
      child.on('message', () => {
        saves += 1
        // At any moment of the save that is under way.
        if (saves === until) setTimeout(() => child.kill('SIGKILL'), Math.random() * 6)
      })
      await once(child, 'exit')
      kills += 1

      const written = await text('a.md')
      const quality = Number(/^quality: (\d+)$/m.exec(written)?.[1])
      expect(written).toBe(story(quality))
      expect(quality).toBeGreaterThanOrEqual(last)
      last = quality
    }
    expect(last).toBeGreaterThanOrEqual(saves)
    expect(kills).toBeGreaterThan(5)
  },
  LONG ? 600_000 : 120_000
)

it('cleans up what a kill left behind, and remembers the steps', async () => {
  const leftover = '.a.md.0123456789abcdef.storydesk-new'
  const { folder, path } = await aFolder({ 'a.md': story(0), [leftover]: 'half a st' })
  const appData = await aFolder()
  const child = aSavingProcess(folder, appData.folder, 3)
  for (let saves = 0; saves < 3; saves += 1) await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  for (const name of (await readdir(folder)).filter(isLeftover)) {
    await utimes(path(name), new Date(0), new Date(0)) // as if a minute had passed
  }

  const library = await anotherLibrary(folder, appData.folder)
  await library.refresh()

  expect(await readdir(folder)).toEqual(['a.md'])
  expect(library.snapshot()).toMatchObject({
    state: { undo: 'Set quality to 3' },
    stories: [{ quality: 3 }]
  })
  await library.undo()
  expect(await readFile(path('a.md'), 'utf8')).toBe(story(2))
})
