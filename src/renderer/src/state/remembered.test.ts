import { expect, it } from 'vitest'
import { remembered } from './remembered'

it('works a text out once, also where nothing comes of it', () => {
  const worked: string[] = []
  const lengthOf = remembered((text) => {
    worked.push(text)
    return text === '' ? null : text.length
  })
  expect(['tides', '', 'tides', '', 'cable'].map(lengthOf)).toEqual([5, null, 5, null, 5])
  expect(worked).toEqual(['tides', '', 'cable'])
})

it('begins anew before it holds more than a window should', () => {
  let works = 0
  const seen = remembered(() => {
    works += 1
    return works
  })
  for (let n = 0; n <= 20_000; n += 1) seen(String(n))
  expect([seen('20000'), seen('0')]).toEqual([20_001, 20_002])
})
