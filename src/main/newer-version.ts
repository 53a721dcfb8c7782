import * as z from 'zod'
import type { NewerVersion } from '#shared/contract/newer-version'
import { webAddress } from '#shared/story/web-address'
import type { Log } from './log'

type NewerVersionParts = {
  /** This Storydesk's own. */
  readonly version: () => Promise<string>
  /** Where to ask; empty: nobody is asked. */
  readonly address: () => string
  readonly fetch: typeof globalThis.fetch
  readonly log: Log
}

/** As releases are described by GitHub and others like it, or in two plain words. */
const Answer = z.union([
  z.object({ version: z.string().max(100), page: z.string().max(2000) }),
  z
    .object({ tag_name: z.string().max(100), html_url: z.string().max(2000) })
    .transform(({ tag_name, html_url }) => ({ version: tag_name, page: html_url }))
])

const PATIENCE_MS = 10_000
const LARGEST = 1024 * 1024

/**
 * Asks one address, once, if there is a newer Storydesk. Nothing is loaded but its answer, and nothing is installed.
 *
 * @returns a function that says what it answered; `null`: there is none, nobody was to be asked, or nobody answered.
 */
export function createNewerVersion(parts: NewerVersionParts): () => Promise<NewerVersion | null> {
  let asked: Promise<NewerVersion | null> | null = null
  return () => {
    if (asked === null && parts.address() === '') return Promise.resolve(null)
    asked ??= ask(parts)
    return asked
  }
}

async function ask({ version, address, fetch, log }: NewerVersionParts) {
  try {
    const answer = await fetch(address(), {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS)
    })
    if (!answer.ok) throw new Error(`It answers with ${answer.status}`)
    const newest = Answer.parse(JSON.parse(await shortText(answer)))
    const page = webAddress(newest.page)
    const isNewer = page !== null && compare(newest.version, await version()) > 0
    return isNewer ? { version: newest.version.replace(/^v/, ''), page: page.href } : null
  } catch (cause) {
    log.warn('The newest version is not known', cause)
    return null
  }
}

async function shortText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength
    if (length > LARGEST) throw new Error('The answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Compares `1.2.3` and `v1.2.3`; what is no version is older than any. */
function compare(a: string, b: string): number {
  const [left, right] = [numbersIn(a), numbersIn(b)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

function numbersIn(version: string): readonly number[] {
  const numbers = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version)
  return numbers === null ? [-1, 0, 0] : numbers.slice(1).map(Number)
}
