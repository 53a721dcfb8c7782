import { readFileSync, rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explainRevertError } from '#shared/library/desk-changes'
import { anotherLibrary, id, storyIn, until } from '../../../test/a-library'
import {
  aRepository,
  conflictList,
  gitIn,
  useDriver as setUpDriver
} from '../../../test/a-repository'
import { createDeskGit } from './desk-git'

const A = id('_news/a.md')
const story = ({ quality = '52', heat = '1', excerpt = 'Early' } = {}) =>
  `---\ntitle: 'Tides'\nexcerpt: ${excerpt}\nquality: ${quality}\nheat: ${heat}\npublished: false\n---\nBody\n`

/** A desk on a repository whose merge of `theirs` into `ours` was left to a person. `null`: that side deleted the story. */
async function aClash(parts: {
  readonly ours: string | null
  readonly theirs: string | null
  readonly withDriver?: boolean
}) {
  const repository = await aRepository({ [A]: story(), '_news/b.md': story() })
  const { git, write, path, folder } = repository
  setUpDriver(git)
  const attributes = parts.withDriver ? '_news/*.md merge=storydesk\n' : ''
  await write('.git/info/attributes', attributes)
  const side = async (text: string | null) => {
    if (text === null) rmSync(path(A))
    else await write(A, text)
    git('commit', '--quiet', '-am', 'Side')
  }
  git('checkout', '--quiet', '-b', 'robot')
  await side(parts.theirs)
  git('checkout', '--quiet', 'main')
  await side(parts.ours)
  expect(gitIn(folder, 'merge', 'robot').code).toBe(1)
  const library = await anotherLibrary(folder, null)
  const text = () => readFileSync(path(A), 'utf8')
  return { ...repository, library, desk: createDeskGit({ library }), text }
}

const SCORES = { ours: story({ quality: '10' }), theirs: story({ quality: '80', heat: '9' }) }

it('keeps what was changed in a story after the merge had left it', async () => {
  const { library, desk, text } = await aClash({ ...SCORES, withDriver: true })
  expect(text()).toBe(story({ quality: '10', heat: '9' }))
  const change = { kind: 'set', field: 'excerpt', was: 'Early', value: 'Late' } as const
  expect((await library.change(A, change, null)).ok).toBe(true)

  expect((await desk.settle(A, ['theirs'])).ok).toBe(true)
  expect(text()).toBe(story({ quality: '80', heat: '9', excerpt: 'Late' }))
})

it('keeps what was changed where git itself had left ours', async () => {
  const { library, desk, write, text, git } = await aClash(SCORES)
  git('checkout', '--quiet', '--ours', '--', A)
  await library.refresh()
  expect(text()).toBe(SCORES.ours)
  await write(A, story({ quality: '10', excerpt: 'Late' }))
  await library.refresh()

  expect((await desk.settle(A, ['theirs'])).ok).toBe(true)
  expect(text()).toBe(story({ quality: '80', heat: '9', excerpt: 'Late' }))
})

it('lets a story clash again when settling it is undone, and settles it again by Redo', async () => {
  const { library, desk, git, text } = await aClash(SCORES)
  const unmerged = () => git('ls-files', '--unmerged')
  const [marks, before] = [text(), unmerged()]
  await desk.settle(A, ['theirs'])
  expect(unmerged()).toBe('')

  await library.undo()
  expect(text()).toBe(marks)
  expect(await desk.clash(A)).toMatchObject({ ok: true, value: { rows: [{ asks: true }] } })
  expect(unmerged()).toBe(before)

  await library.redo()
  await desk.list()
  expect(unmerged()).toBe('')
  expect(git('diff', '--name-only')).toBe('')
})

it('says that sides are the other way round in a rebase', async () => {
  const { folder, git, desk } = await aClash(SCORES)
  git('merge', '--abort')
  expect(gitIn(folder, 'rebase', 'robot').code).toBe(1)
  expect(await desk.clash(A)).toMatchObject({
    value: { isRebase: true, rows: [{ ours: 80, theirs: 10 }] }
  })
})

it('leaves git alone when settling is undone after the merge was committed', async () => {
  const { library, desk, git } = await aClash(SCORES)
  await desk.settle(A, ['theirs'])
  git('commit', '--quiet', '-m', 'Merge')

  await library.undo()
  const again = await desk.clash(A)
  expect(again.ok ? '' : explainRevertError(again.error)).toMatch(/^Git keeps nothing of/)
  expect(git('ls-files', '--unmerged')).toBe('')
})

it('is settled for git as soon as the desk lists what was changed', async () => {
  const { library, desk, path } = await aClash({ ...SCORES, withDriver: true })
  const listed = new Promise<Awaited<ReturnType<typeof desk.list>>>((resolve) => {
    library.events.subscribe(() => resolve(desk.list()))
  })
  await desk.settle(A, ['theirs'])
  expect(await listed).toMatchObject({ value: { stories: [{ id: A, kind: 'changed' }] } })
  expect(() => readFileSync(path(conflictList(A)))).toThrow()
})

it.each([
  { deletedBy: 'theirs', ours: story({ quality: '10' }), theirs: null },
  { deletedBy: 'ours', ours: null, theirs: story({ quality: '10' }) }
])('says that $deletedBy deleted a story that the other side changed, and keeps it', async (it) => {
  const { library, desk, git, path, text } = await aClash(it)
  expect(await desk.clash(A)).toEqual({
    ok: true,
    value: { rows: [], deletedBy: it.deletedBy, isRebase: false }
  })
  rmSync(path(A)) // what git left of it may be gone, too
  await library.refresh()
  await until(library, () => storyIn(library, A) === undefined)

  expect((await desk.settle(A, [])).ok).toBe(true)
  expect(text()).toBe(story({ quality: '10' }))
  expect(git('ls-files', '--unmerged')).toBe('')
})
