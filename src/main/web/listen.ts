import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const ADDRESS = '127.0.0.1'
const TRIES = 20

/**
 * Listens on this machine only. When `port` is taken, the next ones are tried, 20 in all.
 *
 * @returns the port; a free one of the system's choice if `port` is 0.
 * @throws the system's error if none of them can be had.
 */
export async function listen(server: Server, port: number): Promise<number> {
  const last = Math.min(port + TRIES - 1, 65_535)
  for (let next = port; ; next += 1) {
    try {
      return await listenOn(server, next)
    } catch (cause) {
      if (!isTaken(cause) || port === 0 || next === last) throw cause
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
