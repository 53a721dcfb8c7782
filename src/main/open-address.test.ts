import { expect, it } from 'vitest'
import { createLog } from './log'
import { createAddressOpener } from './open-address'

function anOpener(openExternal: (address: string) => Promise<void> = async () => {}) {
  const opened: string[] = []
  const lines: string[] = []
  const open = createAddressOpener({
    openExternal(address) {
      opened.push(address)
      return openExternal(address)
    },
    log: createLog((line) => lines.push(line))
  })
  return { open, opened, lines }
}

it.each([
  ['https://tides.example/gauge?from=list#top', 'https://tides.example/gauge?from=list#top'],
  ['http://news.example:8080/a', 'http://news.example:8080/a'],
  ['HTTPS://Tides.example', 'https://tides.example/'],
  ['https://xn--80ak6aa92e.com/', 'https://xn--80ak6aa92e.com/']
])('opens %s', async (address, opened) => {
  const opener = anOpener()

  await opener.open(address)

  expect(opener).toMatchObject({ opened: [opened], lines: [] })
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<b>x</b>',
  'vbscript:x',
  'file:///etc/passwd',
  'file://server/share/x.exe',
  '\\\\server\\share\\x.exe',
  'smb://server/share',
  'ms-settings:',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'calculator:',
  'tel:123',
  'mailto:desk@tides.example?body=x',
  'https://desk:secret@tides.example/',
  '//tides.example/x',
  'https://tides.example\\@other.example/',
  'about:blank',
  'blob:x',
  'storydesk://x',
  'app://storydesk/index.html',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\calc.exe',
  '',
  'not a url',
  'https://tides.example/\nSet-Cookie: a',
  'http://'
])('opens nothing for %j, and logs it', async (address) => {
  const opener = anOpener()

  await opener.open(address)

  expect(opener.opened).toEqual([])
  expect(opener.lines).toHaveLength(1)
})

it('survives a system that cannot open it', async () => {
  const opener = anOpener(() => Promise.reject(new Error('no browser')))

  await opener.open('https://tides.example/')

  expect(opener.lines.join()).toContain('no browser')
})
