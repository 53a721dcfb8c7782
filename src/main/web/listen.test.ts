import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { explainBusy, listen } from './listen'

function aServer(): Server {
  const server = createServer()
  onTestFinished(() => void server.close())
  return server
}

const listeners = (server: Server) => ['listening', 'error'].map((of) => server.listenerCount(of))

/** Takes ports in a row. @returns the first of them. */
async function takePorts(count: number): Promise<number> {
  for (;;) {
    const server = aServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const first = (server.address() as AddressInfo).port
    const others = Array.from({ length: count - 1 }, (_, at) => takePort(first + at + 1))
    if (!(await Promise.all(others)).includes(false)) return first
  }
}

async function takePort(port: number): Promise<boolean> {
  if (port > 65_535) return false
  return once(aServer().listen(port, '127.0.0.1'), 'listening').then(
    () => true,
    () => false
  )
}

it('takes the first port that is free, and leaves no listener behind', async () => {
  const first = await takePorts(12)
  const server = aServer()
  const before = listeners(server)

  expect(await listen(server, first)).toBeGreaterThan(first + 11)
  expect(listeners(server)).toEqual(before)
})

it('gives up after 20 busy ports, and leaves no listener behind', async () => {
  const server = aServer()
  const before = listeners(server)

  await expect(listen(server, await takePorts(20))).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect(listeners(server)).toEqual(before)
})

it.each([
  [8123, 'EADDRINUSE', 'All ports from 8123 to 8142 of this machine are taken.'],
  [65_530, 'EADDRINUSE', 'All ports from 65530 to 65535 of this machine are taken.'],
  [65_535, 'EADDRINUSE', 'Port 65535 of this machine is taken.'],
  [80, 'EACCES', 'Storydesk cannot listen at port 80 of this machine (EACCES).']
])('says of port %i and %s what was tried', (port, code, sentence) => {
  expect(explainBusy(port, code)).toContain(sentence)
})
