import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url'

const page = 'tides.example/2026/long-tail'

describe('one page', () => {
  it.each([
    ['without its scheme', 'http://tides.example/2026/long-tail'],
    ['in a host of any case', 'https://Tides.EXAMPLE/2026/long-tail'],
    ['with www', 'https://www.tides.example/2026/long-tail'],
    ['for telephones', 'https://m.tides.example/2026/long-tail'],
    ['of an AMP host', 'https://amp.www.tides.example/2026/long-tail'],
    ['with a closing slash', 'https://tides.example/2026//long-tail/'],
    ['with a fragment', 'https://tides.example/2026/long-tail#comments'],
    ['as AMP at the end', 'https://tides.example/2026/long-tail/amp/'],
    ['as AMP at the start', 'https://tides.example/amp/2026/long-tail'],
    ['as AMP by its ending', 'https://tides.example/2026/long-tail.amp'],
    ['as AMP by a parameter', 'https://tides.example/2026/long-tail?amp=1'],
    ['with its start page', 'https://tides.example/2026/long-tail/index.html'],
    ['with tracking', 'https://tides.example/2026/long-tail?utm_source=a&fbclid=b&at_medium=c'],
    ['with its usual port', 'https://tides.example:443/2026/long-tail'],
    ['with a dot after the host', 'https://tides.example./2026/long-tail'],
    ['with blanks around', '  https://tides.example/2026/long-tail\n'],
    [
      'in an AMP cache',
      'https://www-tides-example.cdn.ampproject.org/c/s/www.tides.example/2026/long-tail'
    ],
    ['in an AMP viewer', 'https://www.google.com/amp/s/tides.example/2026/long-tail'],
    [
      'in a viewer in a cache',
      'https://x.cdn.ampproject.org/v/s/www.google.com/amp/s/tides.example/2026/long-tail'
    ]
  ])('is recognised %s', (_, address) => {
    expect(canonicalUrl(address)).toBe(page)
  })
})

it.each([
  ['parameters in any order', 'https://a.example/?b=2&a=1', 'a.example?a=1&b=2'],
  ['an empty path', 'https://a.example/', 'a.example'],
  ['an escape in any case', 'https://a.example/caf%c3%a9', 'a.example/caf%C3%A9'],
  ['letters beyond ASCII', 'https://a.example/café', 'a.example/caf%C3%A9'],
  ['an escape that is none', 'https://a.example/100%', 'a.example/100%'],
  ['another port', 'http://a.example:8080/x', 'a.example:8080/x'],
  ['dots that climb', 'https://a.example/x/../y', 'a.example/y'],
  ['a page whose name begins with index', 'https://a.example/index.htmlx', 'a.example/index.htmlx']
])('spells %s once', (_, address, expected) => {
  expect(canonicalUrl(address)).toBe(expected)
})

it('keeps hosts that are nothing but a device name and a domain', () => {
  expect(['https://m.com/x', 'https://amp.dev/x', 'https://www.uk/x'].map(canonicalUrl)).toEqual([
    'm.com/x',
    'amp.dev/x',
    'www.uk/x'
  ])
})

it('tells pages apart by path, by case of the path and by parameters that matter', () => {
  const pages = ['https://a.example/x', 'https://a.example/X', 'https://a.example/x?id=1']
  expect(new Set([...pages, 'https://b.example/x'].map(canonicalUrl)).size).toBe(4)
})

it.each([
  [null, null],
  ['', null],
  ['  ', null],
  [' tides ', 'tides'],
  ['mailto:desk@tides.example', 'mailto:desk@tides.example'],
  ['https://', 'https://'],
  ['https://[', 'https://[']
])('takes %j, which is no web address, as it is', (address, expected) => {
  expect(canonicalUrl(address)).toBe(expected)
})

it('unwraps an address as often as it is wrapped, and takes one beyond measure as it is', () => {
  const wrapped = (times: number) => `https://${'google.com/amp/s/'.repeat(times)}a.example/x`
  expect(canonicalUrl(wrapped(400))).toBe('a.example/x')
  expect(canonicalUrl(wrapped(100_000))).toBe(wrapped(100_000))
})

it('never throws, and is the same again for its own result', () => {
  const part = fc.constantFrom(
    'amp',
    'index.html',
    'x.amp',
    'x.amp.html',
    'a',
    'ü',
    '%',
    '%41',
    '.',
    '..'
  )
  const host = fc.constantFrom(
    'www.m.a.example',
    'AMP.example',
    'www.com',
    '1.2.3.4',
    'a.b:81',
    'xn--p1ai'
  )
  const address = fc
    .tuple(host, fc.array(part), fc.constantFrom('', '?utm_a=1&b=2', '?amp', '?a=/amp', '#x'))
    .map(([name, parts, rest]) => `https://${name}/${parts.join('/')}${rest}`)
  fc.assert(
    fc.property(
      fc.oneof(address, fc.webUrl({ withQueryParameters: true }), fc.string()),
      (text) => {
        const canonical = canonicalUrl(text)
        expect(canonicalUrl(canonical)).toBe(canonical)
        if (canonical !== null && canonical !== text.trim()) {
          expect(canonicalUrl(`https://${canonical}`)).toBe(canonical)
        }
      }
    ),
    { numRuns: 2000 }
  )
})
