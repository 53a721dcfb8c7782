import { expect, it } from 'vitest'
import { matchesLock } from './ensure-installed.mjs'

const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const locked = {
  '': { version: '0.1.0' },
  'node_modules/paint': { version: '1.2.0' },
  'node_modules/paint-wasm': { version: '1.2.0', optional: true },
  'node_modules/paint-mac': { version: '1.2.0', optional: true, os: ['darwin'] },
  'node_modules/paint-musl': { version: '1.2.0', optional: true, os: ['linux'], libc: ['musl'] },
  'node_modules/paint-linux': {
    version: '1.2.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc']
  }
}
const { 'node_modules/paint': paint, 'node_modules/paint-linux': native } = locked
const installed = { 'node_modules/paint': paint, 'node_modules/paint-linux': native }

it('takes what npm leaves on this system for installed', () => {
  expect(matchesLock(locked, installed, linux)).toBe(true)
})

it.each<[why: string, installed: Parameters<typeof matchesLock>[1]]>([
  ['a package is missing', { 'node_modules/paint-linux': native }],
  ['a package has another version', { ...installed, 'node_modules/paint': { version: '1.1.0' } }],
  ['a package is left over', { ...installed, 'node_modules/old': { version: '1.0.0' } }],
  ["this system's native code is missing", { 'node_modules/paint': paint }]
])('asks for an install when %s', (_, installed) => {
  expect(matchesLock(locked, installed, linux)).toBe(false)
})

it('asks for an install when the folder comes from another system', () => {
  expect(matchesLock(locked, installed, { ...linux, os: 'darwin' })).toBe(false)
  expect(matchesLock(locked, installed, { ...linux, libc: 'musl' })).toBe(false)
})
