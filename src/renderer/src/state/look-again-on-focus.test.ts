import { expect, it } from 'vitest'
import type { Transport } from '#shared/contract/contract'
import { lookAgainOnFocus } from './look-again-on-focus'

it('looks at the disk when the window gets the focus, but not again within moments', async () => {
  const window = new EventTarget()
  const asked: string[] = []
  let time = 0
  const call = async (name: string) => {
    asked.push(name)
    throw new Error('The host does not answer.')
  }
  const end = lookAgainOnFocus(window, { call: call as Transport['call'] }, () => time)
  const focusAt = (at: number) => {
    time = at
    window.dispatchEvent(new Event('focus'))
  }

  focusAt(0)
  focusAt(4999)
  expect(asked).toEqual(['library.refresh'])
  focusAt(5000)
  expect(asked).toHaveLength(2)

  end()
  focusAt(60_000)
  expect(asked).toHaveLength(2)
})
