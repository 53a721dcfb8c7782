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
  const last = lastTried(port)
  for (let next = port; ; next += 1) {
    try {
      return await listenOn(server, next)
    } catch (cause) {
      if (!isTaken(cause) || port === 0 || next === last) throw cause
    }
  }
}

/** One sentence for the person who asked for `port`, and what to do where that helps. @param code the system's */
export function explainBusy(port: number, code: string): string {
  const last = lastTried(port)
  if (code !== 'EADDRINUSE')
    return `Storydesk cannot listen at port ${port} of this machine (${code}).`
  const taken =
    last === port
      ? `Port ${port} of this machine is taken.`
      : `All ports from ${port} to ${last} of this machine are taken.`
  return `${taken} Name another one after --port, or none for any that is free.`
}

const lastTried = (port: number): number => Math.min(port + TRIES - 1, 65_535)

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (cause: Error): void => {
      server.off('listening', onListening)
      reject(cause)
    }
    const onListening = (): void => {
      server.off('error', onError)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', onError).once('listening', onListening)
    server.listen({ host: ADDRESS, port, exclusive: true })
  })
}

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
