import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createLog } from './log'
import { createNewerVersion } from './newer-version'

/** A place that says what the newest version is. */
async function aPlace(answer: (response: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.cookie ?? 'without a cookie'}`)
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, address: `http://127.0.0.1:${port}/latest` }
}

function aStorydesk(address: string) {
  const lines: string[] = []
  const newer = createNewerVersion({
    version: async () => '0.9.1',
    address: () => address,
    fetch,
    log: createLog((line) => lines.push(line))
  })
  return { newer, lines }
}

const saying = (value: unknown) => (response: ServerResponse) => response.end(JSON.stringify(value))
const PAGE = 'https://desk.example/releases/1'

it('asks nobody unless it is told whom', async () => {
  const { newer, lines } = aStorydesk('')

  expect(await newer()).toBeNull()
  expect(lines).toEqual([])
})

it.each([
  ['in two words', { version: '0.10.0', page: PAGE }, '0.10.0'],
  ['as GitHub does', { tag_name: 'v1.0.0', html_url: PAGE, body: 'more' }, '1.0.0']
])('says which version is newer when it is told so %s, and asks once', async (_, said, version) => {
  const { address, asked } = await aPlace(saying(said))
  const { newer } = aStorydesk(address)

  expect(await newer()).toEqual({ version, page: PAGE })
  expect(await newer()).toEqual({ version, page: PAGE })
  expect(asked).toEqual(['GET /latest without a cookie'])
})

it.each([
  ['the same version', { version: '0.9.1', page: PAGE }],
  ['an older one', { version: '0.9.0', page: PAGE }],
  ['no version', { version: 'latest', page: PAGE }],
  ['a page that is none', { version: '1.0.0', page: 'javascript:alert(1)' }],
  ['a file for a page', { version: '1.0.0', page: 'file:///etc/passwd' }]
])('says nothing for %s', async (_, said) => {
  const { address } = await aPlace(saying(said))

  expect(await aStorydesk(address).newer()).toBeNull()
})

it('follows the place to no other one', async () => {
  const other = await aPlace(saying({ version: '1.0.0', page: PAGE }))
  const { address } = await aPlace((response) =>
    response.writeHead(302, { location: other.address }).end()
  )

  expect(await aStorydesk(address).newer()).toBeNull()
  expect(other.asked).toEqual([])
})

it.each<[string, (response: ServerResponse) => void]>([
  ['no JSON', (response) => response.end('<html>')],
  ['another shape', saying({ version: 3 })],
  ['a fault', (response) => response.writeHead(500).end()],
  ['too much', (response) => response.end(' '.repeat(2_000_000))],
  ['nothing', (response) => response.destroy()]
])('goes on when the place answers with %s', async (_, answer) => {
  const { address } = await aPlace(answer)
  const { newer, lines } = aStorydesk(address)

  expect(await newer()).toBeNull()
  expect(lines).toEqual([expect.stringContaining('warning: The newest version is not known')])
})
