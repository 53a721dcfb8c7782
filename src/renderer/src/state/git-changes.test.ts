import { expect, it } from 'vitest'
import type { DeskStory } from '#shared/library/desk-changes'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { chosenIds, createGitChanges, refusalWords } from './git-changes'

const repository = { branch: 'main', commit: 'abc', ahead: 1, behind: 0, busy: null }
const changed = (id: string, kind: DeskStory['kind'] = 'changed'): DeskStory => ({
  id: id as StoryId,
  kind,
  from: null,
  title: null,
  rows: []
})
const LIST = {
  ok: true,
  value: {
    repository,
    stories: [changed('a.md'), changed('b.md', 'conflicted'), changed('c.md')],
    apart: []
  }
}

/** The view of changes on a host that answers so. */
async function changesOn(answers: Readonly<Record<string, (params: never) => unknown>>) {
  const asked: [string, unknown][] = []
  const { desk } = await aDesk([], (method, params) => {
    asked.push([method, params])
    const answer = answers[method]
    return Promise.resolve(answer === undefined ? null : answer(params as never))
  })
  const git = createGitChanges(desk)
  await git.look()
  const of = (method: string) => asked.filter(([name]) => name === method).map(([, what]) => what)
  return { git, desk, of, state: () => git.store.getState() }
}

it('chooses all that can be committed, and suggests a message for just those', async () => {
  const { git, state, of } = await changesOn({
    'changes.list': () => LIST,
    'changes.suggest': ({ ids }: { ids: string[] }) => ({ ok: true, value: `Edit ${ids.length}` })
  })
  expect(chosenIds(state())).toEqual(['a.md', 'c.md'])
  expect(state().suggestion).toBe('Edit 2')

  git.choose(['a.md' as StoryId], false)
  await expect.poll(() => state().suggestion).toBe('Edit 1')
  expect(of('changes.suggest')).toEqual([{ ids: ['a.md', 'c.md'] }, { ids: ['c.md'] }])
})

it('commits the chosen stories, and keeps the message until that worked', async () => {
  const findings = [{ story: 'a.md', rule: 'published-by-mistake', message: 'It says “false”.' }]
  const { git, state, of } = await changesOn({
    'changes.list': () => LIST,
    'changes.suggest': () => ({ ok: true, value: 'Edit 2' }),
    'changes.commit': ({ overrule }: { overrule: boolean }) =>
      overrule ? { ok: true, value: 'abc' } : { ok: false, error: { kind: 'findings', findings } }
  })
  git.write('My words')

  await git.commit(false)
  expect(state()).toMatchObject({ message: 'My words', refusal: { kind: 'findings' } })
  const { refusal } = state()
  expect(refusal && refusalWords(refusal)).toBe(
    'Nothing was committed: 1 story would go online by mistake.'
  )

  await git.commit(true)
  expect(state()).toMatchObject({ message: null, refusal: null, isCommitting: false })
  expect(of('changes.commit').at(-1)).toEqual({
    ids: ['a.md', 'c.md'],
    message: 'My words',
    overrule: true
  })
})

it('asks git one question at a time, and once more for what came in between', async () => {
  const waiting: (() => void)[] = []
  const { desk } = await aDesk([], (method) =>
    method === 'changes.list'
      ? new Promise((done) => waiting.push(() => done(LIST)))
      : Promise.resolve({ ok: true, value: '' })
  )
  const git = createGitChanges(desk)
  const looks = [git.look(), git.look(), git.look()]
  await expect.poll(() => waiting.length).toBe(1)
  waiting[0]?.()
  await expect.poll(() => waiting.length).toBe(2)
  waiting[1]?.()
  await Promise.all(looks)
  expect(waiting).toHaveLength(2)
})

it('says why something was not taken back, and that a broken connection lost nothing', async () => {
  const { git, desk, state } = await changesOn({
    'changes.list': () => Promise.reject(new Error('gone')),
    'changes.revert': () => ({
      ok: false,
      error: { kind: 'git', error: { code: 'timeout', seconds: 30 } }
    })
  })
  expect(state().changes).toEqual({
    ok: false,
    error: { code: 'failed', reason: 'the connection broke.' }
  })
  await git.revert('a.md' as StoryId, { kind: 'story' }, 'Tides')
  expect(desk.voice.store.getState().notice).toMatchObject({
    fact: 'Not reverted.',
    detail: expect.stringContaining('within 30 seconds')
  })
})
