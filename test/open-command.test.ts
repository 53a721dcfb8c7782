import { once } from 'node:events'
import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { aFolder } from './a-folder'
import { runCli, startCli } from './built-cli'

const story = ['---', 'title: Tides turn early', '---', ''].join('\n')

/** Opens a folder in the browser host. @returns the line that it says. */
async function open(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { child, ended } = await startCli(['open', '--browser', '--no-open', ...args], '', env)
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([
    once(lines, 'line') as Promise<[string]>,
    ended.then(({ stderr }) => {
      throw new Error(stderr)
    })
  ])
  return { child, ended, line, address: new URL(line.replace('Storydesk is at ', '')) }
}

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'says where the desk is, in one line, and ends cleanly on %s',
  async (signal) => {
    const { folder } = await aFolder({ 'tides.md': story })
    const { child, ended, line } = await open([folder])

    expect(line).toMatch(/^Storydesk is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    child.kill(signal)

    expect(await ended).toEqual({ code: 0, stdout: `${line}\n`, stderr: '' })
  }
)

it('serves the desk at the address that it says', async () => {
  const { folder } = await aFolder({ 'tides.md': story })
  const { address } = await open([folder])

  const signedIn = await fetch(address, { redirect: 'manual' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(new URL('/', address), { headers: { cookie } })

  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<title>Storydesk</title>')
})

it('opens an empty folder', async () => {
  const { folder } = await aFolder()

  expect((await open([folder])).line).toContain('Storydesk is at')
})

it('takes the next port when the wished one is busy', async () => {
  const { folder } = await aFolder()
  const { address } = await open([folder])

  const second = await open([folder, '--port', address.port])

  expect(Number(second.address.port)).toBeGreaterThan(Number(address.port))
})

it('opens a copy of the stories that come with it when tests ask for one', async () => {
  const { folder } = await aFolder()

  await open([], { STORYDESK_SAMPLE_COPY: '1', TMPDIR: folder })

  const [copy] = await readdir(folder)
  expect(await readdir(join(folder, String(copy)))).toContain('_news')
})

it('says in one sentence that a folder is missing', async () => {
  const { path } = await aFolder()

  expect(await runCli(['open', path('gone')])).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no folder at ${path('gone')}. Choose another one, or connect its drive.\n`
  })
})

it('says in one sentence that the folder is a file', async () => {
  const { path } = await aFolder({ 'tides.md': story })

  expect(await runCli(['open', path('tides.md')])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${path('tides.md')} is a file. Choose the folder that holds the stories.\n`
  })
})

it('says in one sentence that a folder is unreadable', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'the superuser can read every folder')
  const { folder } = await aFolder()
  await chmod(folder, 0o000)

  expect(await runCli(['open', folder])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${folder} cannot be read: Storydesk has no permission for it.\n`
  })
})

it('says why the desktop app cannot open', async () => {
  const { folder } = await aFolder()

  expect(
    await runCli(['open', folder, '--desktop'], '', {
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: folder
    })
  ).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'The desktop app cannot open: its runtime is missing. npm run desktop:install fetches it.\n'
  })
})

it.each([
  ['an unknown option', ['--fast'], 'There is no option --fast.'],
  ['two folders', ['a', 'b'], 'Only one folder can be opened.'],
  ['both hosts', ['--browser', '--desktop'], 'Choose one of --browser and --desktop.'],
  ['a port out of range', ['--port', '70000'], '--port takes a whole number from 0 to 65535']
])('refuses %s', async (_, args, sentence) => {
  const { code, stdout, stderr } = await runCli(['open', ...args])

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

it('starts Electron with the app and the folder where its runtime and a display are', async () => {
  const { folder, path, write } = await aFolder()
  // It stands in for Electron's program: says what it was told, and with which environment.
  const program =
    'console.log(JSON.stringify([...process.argv.slice(2), process.env.ELECTRON_RUN_AS_NODE]))'
  await write('electron', `#!${process.execPath}\n${program}\nprocess.exit(3)\n`)
  await chmod(path('electron'), 0o755)

  const { code, stdout } = await runCli(['open', folder], '', {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ELECTRON_RUN_AS_NODE: '1',
    DISPLAY: ':0'
  })

  expect(code).toBe(3)
  expect(JSON.parse(stdout)).toEqual([join(import.meta.dirname, '..'), folder, null])
})

it('prints its overview and every command’s help', async () => {
  const overview = await runCli(['--help'])
  const names = [...overview.stdout.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => String(name))

  expect(overview).toMatchObject({ code: 0, stderr: '' })
  expect(names).toContain('open')
  for (const name of names) {
    const { code, stdout } = await runCli([name, '--help'])
    expect([name, code, stdout]).toEqual([name, 0, expect.stringContaining(`storydesk ${name}`)])
  }
})
