import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWebAddress, webAddress } from './web-address'

it.each([
  'https://tides.example/2026/gauge?from=list#top',
  'http://news.example:8080/a',
  'HTTPS://Tides.example/',
  'https://xn--80ak6aa92e.com/'
])('lets a page on the web through: %s', (text) => {
  expect(webAddress(text)?.href.toLowerCase()).toBe(text.toLowerCase())
})

it.each([
  null,
  '',
  'not a url',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<b>x</b>',
  'file:///etc/passwd',
  'file://server/share/x.exe',
  '\\\\server\\share\\x.exe',
  'smb://server/share',
  'mailto:desk@tides.example',
  'about:blank',
  'blob:x',
  'storydesk://x',
  '//tides.example/x',
  '/etc/passwd',
  '../../etc/passwd',
  'C:\\Windows\\calc.exe',
  'https:tides.example',
  'https:///tides.example',
  'https://',
  'https://desk:secret@tides.example/',
  'https://desk@tides.example/',
  'https://tides.example\\@other.example/',
  ' https://tides.example/',
  'https://tides.example/\nSet-Cookie: a'
])('refuses %j', (text) => {
  expect(webAddress(text)).toBeNull()
})

it.each([
  'https://tides.example/a',
  'https://xn--a.example/',
  'https://a.xn--a/',
  'https://a.b.xn--80ak6aa92e/',
  'https://tides.1/a',
  'https://-a.example/',
  'https://a..example/',
  'https://a.example/\\b',
  'https://a.example/b c'
])('tells by its looks what the parser would say of %s', (text) => {
  expect(isWebAddress(text)).toBe(webAddress(text) !== null)
})

it('tells of any address what the parser would say', () => {
  const address = fc.stringMatching(/^https?:\/\/[a-z0-9.-]{1,12}[./][ -~]{0,8}$/)
  fc.assert(
    fc.property(address, (text) => {
      expect(isWebAddress(text)).toBe(webAddress(text) !== null)
    }),
    { numRuns: 2000 }
  )
})
