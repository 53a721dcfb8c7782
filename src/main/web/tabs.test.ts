import { once } from 'node:events'
import { expect, it } from 'vitest'
import { ok } from '#shared/result'
import { aBrowserHost, anEvent, aTab, emptyLibrary, signIn } from '../../../test/a-browser-host'

async function aConnectedTab(options: Parameters<typeof aBrowserHost>[0] = {}) {
  const host = await aBrowserHost(options)
  const cookie = await signIn(host)
  return { ...host, tab: await aTab(host, cookie), another: () => aTab(host, cookie) }
}

it('answers a request under its own number', async () => {
  const { tab } = await aConnectedTab()

  tab.send({ id: 5, method: 'library.open', params: null })

  expect(await tab.next()).toMatchObject({ id: 5, reply: { revision: 7, stories: [] } })
})

it('sends every event to every tab', async () => {
  const { tab, another, events } = await aConnectedTab()
  const second = await another()

  events.emit(anEvent(8))
  events.emit(anEvent(9))

  for (const each of [tab, second]) {
    expect([await each.next(), await each.next()]).toEqual([
      { event: anEvent(8) },
      { event: anEvent(9) }
    ])
  }
})

it('goes on for one tab when another one leaves', async () => {
  const { tab, another, events } = await aConnectedTab()
  const second = await another()
  second.socket.close()
  await second.closed

  events.emit(anEvent(8))

  expect(await tab.next()).toEqual({ event: anEvent(8) })
})

it.each([
  ['a method outside the contract', 'library.delete', null],
  ['a method that every object has', 'toString', null],
  ['params of another shape', 'story.read', { id: 7 }],
  ['a path that leaves the library', 'story.read', { id: '../secret.md' }],
  ['params where none belong', 'library.open', {}]
])('answers %s with bad-request and stays', async (_, method, params) => {
  const { tab } = await aConnectedTab()

  tab.send({ id: 1, method, params })
  expect(await tab.next()).toEqual({ id: 1, error: 'bad-request' })

  tab.send({ id: 2, method: 'history.undo', params: null })
  expect(await tab.next()).toEqual({ id: 2, reply: null })
})

it('tells a tab of a bug without its details, and logs those', async () => {
  const { tab, lines } = await aConnectedTab()

  tab.send({ id: 1, method: 'folder.list', params: { folder: null } })

  expect(await tab.next()).toEqual({ id: 1, error: 'failed' })
  expect(lines.join('\n')).toContain('a bug')
})

it.each([
  ['no JSON', '{'],
  ['no object', '7'],
  ['no number', JSON.stringify({ method: 'library.open', params: null })],
  ['a number that is none', JSON.stringify({ id: 'x', method: 'library.open', params: null })],
  ['no params', JSON.stringify({ id: 1, method: 'library.open' })],
  ['no method', JSON.stringify({ id: 1, params: null })]
])('closes a tab whose frame has %s', async (_, frame) => {
  const { tab } = await aConnectedTab()

  tab.send(frame)

  expect(await tab.closed).toBe(1008)
})

it('closes a tab whose frame is larger than a mebibyte, and serves the others', async () => {
  const { tab, another } = await aConnectedTab()
  const second = await another()

  tab.send({ id: 1, method: 'library.open', params: 'x'.repeat(1024 * 1024) })
  expect(await tab.closed).toBe(1009)

  second.send({ id: 2, method: 'history.redo', params: null })
  expect(await second.next()).toEqual({ id: 2, reply: null })
})

it('keeps __proto__ in a frame away from every other object', async () => {
  const { tab } = await aConnectedTab()

  tab.send('{"id":1,"method":"library.open","params":null,"__proto__":{"polluted":true}}')
  await tab.next()

  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

it('says goodbye to a tab that reads so slowly that 64 MiB wait for it', async () => {
  const { tab, events, lines } = await aConnectedTab()
  const large = { ...anEvent(8), removed: ['x'.repeat(16 * 1024 * 1024)] as never }
  tab.socket.pause()

  for (let waiting = 0; waiting < 8; waiting += 1) events.emit(large)
  expect(lines).toEqual(['warning: Closed a tab that reads too slowly'])

  tab.socket.resume()
  expect(await tab.closed).toBe(1013)
})

it('answers what was asked before it says goodbye, and nothing that is asked later', async () => {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { tab, host } = await aConnectedTab({
    handlers: {
      ...emptyLibrary,
      'library.switch': async () => {
        await asked
        return ok(null)
      }
    }
  })
  tab.send({ id: 1, method: 'library.switch', params: { folder: '/stories' } })
  tab.send({ id: 2, method: 'history.undo', params: null })
  expect(await tab.next()).toEqual({ id: 2, reply: null })

  const closed = host.close()
  tab.send({ id: 3, method: 'history.undo', params: null })
  tab.socket.ping()
  await once(tab.socket, 'pong') // so the frame before it has arrived
  answer()

  expect(await tab.next()).toEqual({ id: 1, reply: ok(null) })
  expect(await tab.closed).toBe(1001)
  await closed
  expect(tab.waiting()).toEqual([])
})

it('gives up a tab that shows no sign of life, and no other', async () => {
  const { tab, another } = await aConnectedTab({ heartbeat: 50 })
  const second = await another()
  tab.socket.pause() // as behind a tunnel that broke: nothing is answered, and nothing is closed

  await once(second.socket, 'ping')
  await once(second.socket, 'ping')
  await once(second.socket, 'ping')
  tab.socket.resume()

  expect(await tab.closed).toBe(1006)
  expect(second.socket.readyState).toBe(second.socket.OPEN)
})

it('closes a tab that asks too much at once, and answers the others', async () => {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { tab, another, lines } = await aConnectedTab({
    handlers: { ...emptyLibrary, 'library.switch': () => asked.then(() => ok(null)) }
  })
  const second = await another()

  for (let id = 0; id <= 2000; id += 1) {
    tab.send({ id, method: 'library.switch', params: { folder: '/stories' } })
  }

  expect(await tab.closed).toBe(1013)
  expect(lines).toEqual(['warning: Closed a tab that asks too much at once'])
  second.send({ id: 1, method: 'library.open', params: null })
  expect(await second.next()).toMatchObject({ id: 1, reply: { revision: 7 } })
  answer()
})

it('knows when no tab has been there for a while', async () => {
  const { tab, host } = await aConnectedTab()
  let isIdle = false
  const idle = host.idle(1).then(() => {
    isIdle = true
  })
  for (let id = 0; id < 50; id += 1) {
    tab.send({ id, method: 'library.open', params: null })
    await tab.next()
  }
  expect(isIdle).toBe(false)

  tab.socket.close()
  await idle
})
