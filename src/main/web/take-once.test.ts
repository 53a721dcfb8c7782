import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { takeOnce } from './take-once'

it('permits once what a file permits, and nothing without one', async () => {
  const { path } = await aFolder({ 'open-once': '' })

  expect(await takeOnce(path('open-once'))).toBe(true)
  expect(await takeOnce(path('open-once'))).toBe(false)
  expect(await takeOnce(undefined)).toBe(false)
})
