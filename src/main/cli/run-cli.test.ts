import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { type Command, type Context, WrongUse, wholeNumber } from './command'
import { readArguments } from './read-arguments'
import { runCli } from './run-cli'

const count: Command = {
  name: 'count',
  summary: 'counts the stories',
  usage: 'Usage: storydesk count <folder>',
  async run(args, { say }) {
    const { words } = readArguments(args, {})
    if (words.length === 0) throw new WrongUse('A folder is missing.')
    say(`3 in ${words.join(' ')}`)
    return 1
  }
}
const broken: Command = {
  name: 'broken',
  summary: 'has a bug',
  usage: '',
  run: () => Promise.reject(new TypeError('x is not a function'))
}

async function run(...args: string[]) {
  const { folder } = await aFolder({ 'package.json': '{ "version": "1.20.3" }' })
  const said: string[] = []
  const complained: string[] = []
  const context: Context = {
    root: folder,
    env: {},
    stdin: Readable.from([]),
    say: (line) => said.push(line),
    complain: (line) => complained.push(line)
  }
  const code = await runCli([count, broken], args, context)
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

it('hands a command its arguments and gives back its exit code', async () => {
  expect(await run('count', 'stories')).toEqual({ code: 1, said: '3 in stories', complained: '' })
})

it('names the known commands when there is no such command', async () => {
  expect(await run('merge')).toEqual({
    code: 2,
    said: '',
    complained: 'There is no command "merge". Known commands: count, broken.'
  })
})

it.each([
  ['an unknown option', ['count', '--fast'], 'There is no option --fast.'],
  ['a missing folder', ['count'], 'A folder is missing.']
])('says what is wrong with %s and where to read more', async (_, args, sentence) => {
  const { code, said, complained } = await run(...args)

  expect({ code, said }).toEqual({ code: 2, said: '' })
  expect(complained).toContain(sentence)
  expect(complained).toContain('See storydesk count --help.')
})

it('prints the overview as a result when asked, as a complaint when nothing was said', async () => {
  const asked = await run('--help')
  const silent = await run()

  expect(asked).toMatchObject({ code: 0, complained: '' })
  expect(asked.said).toContain('count   counts the stories')
  expect(silent).toEqual({ code: 2, said: '', complained: asked.said })
})

it('says which version it is', async () => {
  expect(await run('--version')).toEqual({ code: 0, said: '1.20.3', complained: '' })
})

it('prints a command’s usage instead of running it', async () => {
  expect(await run('count', 'stories', '--help')).toMatchObject({ code: 0, said: count.usage })
  expect(await run('count', '-h')).toMatchObject({ code: 0, said: count.usage })
})

it('takes what follows -- as names', async () => {
  expect(await run('count', '--', '--help')).toMatchObject({ code: 1, said: '3 in --help' })
})

it('lets bugs fly', async () => {
  await expect(run('broken')).rejects.toThrow('x is not a function')
})

it.each(['', '-1', '1.5', '1e3', ' 5', '65536', 'x'])('takes no %j for a port', (text) => {
  expect(() => wholeNumber('--port', text, 0, 65_535)).toThrow('--port takes a whole number')
})
