import { chmod } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { asOrdinaryUser, noOrdinaryUser } from '../../../test/ordinary-user'
import { listCommand } from './list-command'

const TIDES = '---\ntitle: Tides\n---\n'

async function list(folder: string, appData: string) {
  const said: string[] = []
  const complained: string[] = []
  const code = await listCommand.run([folder, '--json'], {
    root: folder,
    env: { STORYDESK_DATA: appData },
    stdin: Readable.from([]),
    say: (line) => said.push(line),
    complain: (line) => complained.push(line)
  })
  return { code, said: said.map((line) => JSON.parse(line).story), complained }
}

it('lists what it can read, and says once what it cannot', async ({ skip }) => {
  const whyNot = await noOrdinaryUser()
  skip(whyNot !== null, whyNot ?? '')
  const { folder, path } = await aFolder({ 'a.md': TIDES, '_news/b.md': TIDES })
  const appData = await aFolder()
  await chmod(appData.folder, 0o777)
  await chmod(folder, 0o755)
  await chmod(path('_news'), 0o000)

  expect(await asOrdinaryUser(() => list(folder, appData.folder))).toEqual({
    code: 2,
    said: ['a.md'],
    complained: [
      'The folder _news cannot be read, so its stories are missing here. Allow Storydesk to read it.'
    ]
  })
})
