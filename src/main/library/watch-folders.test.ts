import { type FSWatcher, watch } from 'node:fs'
import { sep } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { createFolderWatch } from './watch-folders'

/** A system that gives out so many watches and no more. */
function stingy(most: number, code: string) {
  const open = new Set<FSWatcher>()
  const counted = (...args: Parameters<typeof watch>) => {
    if (open.size >= most) throw Object.assign(new Error('No more'), { code })
    const watcher = watch(...args)
    open.add(watcher)
    watcher.on('close', () => open.delete(watcher))
    return watcher
  }
  return { open, watch: counted as typeof watch }
}

it.skipIf(process.platform !== 'linux').each(['ENOSPC', 'EMFILE'])(
  'gives up listening, and says so once, when the system answers %s',
  async (code) => {
    const { folder, path } = await aFolder({ 'a/a.md': '', 'b/b.md': '', 'c/c.md': '' })
    const system = stingy(2, code)
    const exhausted: string[] = []
    const watching = createFolderWatch({
      root: folder,
      onHint: () => {},
      onExhausted: (reason) => exhausted.push(reason),
      watch: system.watch
    })
    const closed = new Promise((done) => setImmediate(done))

    watching.listen([folder, path('a'), path('b'), path('c')])
    watching.listen([folder])
    await closed
    await new Promise((done) => setImmediate(done))

    expect(exhausted).toEqual([code])
    expect(system.open.size).toBe(0)
  }
)

it('passes over a folder that is gone, and says what happens in the others', async () => {
  const { folder, path, write } = await aFolder({ 'a/a.md': '' })
  const hints = new Set<string>()
  let heard = (): void => {}
  const first = new Promise<void>((done) => {
    heard = done
  })
  const watching = createFolderWatch({
    root: folder,
    onHint(hint) {
      hints.add(hint)
      if (hint === path(`a${sep}new.md`)) heard()
    },
    onExhausted: (reason) => expect.fail(reason)
  })
  onTestFinished(() => watching.close())

  watching.listen([folder, path('gone'), path('a')])
  await write('a/new.md', '')
  await first

  expect(hints).toContain(path(`a${sep}new.md`))
})
