import * as z from 'zod'
import { type Method, type Params, params, type Replies } from '#shared/contract/contract'

/** What the app can do, one function per request of the contract. */
export type Handlers = { readonly [M in Method]: (params: Params<M>) => Promise<Replies[M]> }

/** The caller broke the contract. Never shown to editors: it is a bug or an intruder. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

/**
 * Answers one request. Every transport ends here, so this is the only place that validates.
 *
 * @throws {BadRequest} if the method is unknown or its params do not match the contract.
 */
export async function dispatch(
  handlers: Handlers,
  method: unknown,
  input: unknown
): Promise<unknown> {
  if (!isMethod(method)) throw new BadRequest(`Unknown method ${String(method).slice(0, 100)}`)

  const parsed = params[method].safeParse(input)
  if (!parsed.success) throw new BadRequest(`${method}: ${z.prettifyError(parsed.error)}`)

  // Schema and handler share a key; TypeScript cannot follow that through a union.
  const handler = handlers[method] as (params: unknown) => Promise<unknown>
  return handler(parsed.data)
}

const isMethod = (name: unknown): name is Method =>
  typeof name === 'string' && Object.hasOwn(params, name)
