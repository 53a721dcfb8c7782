import { expect, it } from 'vitest'
import { checkLock, lockIsSound } from './check-lock.mjs'

const manifest = { dependencies: { paint: '1.2.0' }, devDependencies: { brush: '3.0.0-beta.1' } }
const paint = { version: '1.2.0', optionalDependencies: { '@paint/linux': '1.2.0' } }
const brush = { version: '3.0.0-beta.1' }
const sound = {
  '': { version: '0.1.0' },
  'node_modules/paint': paint,
  'node_modules/brush': brush,
  'node_modules/@paint/linux': { version: '1.2.0' }
}

it('is content with exact versions and every system in the lock', () => {
  expect(checkLock(manifest, { packages: sound })).toEqual([])
})

it("is content with this project's own lock", async () => {
  expect(await lockIsSound()).toBe(true)
})

it('refuses a lock without the packages for another system', () => {
  const packages = { 'node_modules/paint': paint, 'node_modules/brush': brush }
  expect(checkLock(manifest, { packages })).toEqual([
    'node_modules/paint wants @paint/linux, which is not in package-lock.json.'
  ])
})

it('finds an optional package that stands in the package itself', () => {
  const packages = {
    'node_modules/paint': paint,
    'node_modules/paint/node_modules/@paint/linux': { version: '1.2.0' }
  }
  expect(checkLock(manifest, { packages })).toEqual([])
})

it('finds what a nested scoped package wants beside the package around it', () => {
  const packages = {
    'node_modules/@art/kit/node_modules/@art/paint': paint,
    'node_modules/@art/kit/node_modules/@paint/linux': { version: '1.2.0' }
  }
  expect(checkLock({}, { packages })).toEqual([])
})

it('does not take a package inside a neighbour for one that Node would find', () => {
  const packages = {
    'node_modules/paint': paint,
    'node_modules/brush/node_modules/@paint/linux': { version: '1.2.0' }
  }
  expect(checkLock({}, { packages })).toHaveLength(1)
})

it.each(['^1.2.0', '~1.2.0', '1.2', '*', 'latest', '>=1.0.0', 'github:art/paint'])(
  'refuses the version %s in package.json',
  (version) => {
    expect(checkLock({ dependencies: { paint: version } }, { packages: {} })).toEqual([
      `package.json asks for paint ${version}, not for one version.`
    ])
  }
)

it('refuses a lock that names the registry it was made with', () => {
  const resolved = 'https://registry.invalid/brush.tgz'
  const packages = { ...sound, 'node_modules/brush': { ...brush, resolved } }
  expect(checkLock(manifest, { packages })).toEqual([
    `node_modules/brush is tied to ${resolved} in package-lock.json.`
  ])
})
