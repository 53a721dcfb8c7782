import { expect, it } from 'vitest'
import type { Troubles } from '#shared/contract/troubles'
import { aDesk } from './desk.builder'
import { sayTroubles } from './say-troubles'

async function said(troubles: Troubles | null) {
  const { desk } = await aDesk([], (method) => (method === 'host.troubles' ? troubles : null))
  await sayTroubles(desk)
  return { desk, notice: desk.voice.store.getState().notice }
}
const problem = (line: number) => ({
  code: 'settings' as const,
  line,
  column: 1,
  message: 'updates: This is no https address. The default holds.'
})

it('says which setting of this machine is wrong, and leads to the settings', async () => {
  const { desk, notice } = await said({ unopened: null, settings: [problem(3), problem(5)] })

  expect(notice).toMatchObject({ kind: 'problem', fact: 'Not all of settings.json holds.' })
  expect(notice?.detail).toBe(`Line 3: ${problem(3).message} The settings show 1 more.`)
  notice?.action?.run()
  expect(desk.window.getState().dialog).toBe('settings')
})

it('says first that a folder was not opened that the app was asked for', async () => {
  const unopened = { code: 'missing', folder: '/gone' } as const
  const { notice } = await said({ unopened, settings: [problem(3)] })

  expect(notice).toMatchObject({
    fact: 'The folder was not opened.',
    detail: expect.stringContaining('/gone')
  })
})

it('says nothing where nothing went wrong, and where nobody answers', async () => {
  expect((await said({ unopened: null, settings: [] })).notice).toBeNull()
  expect((await said(null)).notice).toBeNull()
})
