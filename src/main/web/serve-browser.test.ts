import { connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { aBrowserHost, ask, aTab, signIn } from '../../../test/a-browser-host'

it('exchanges the token for a cookie and takes it out of the address', async () => {
  const { port, token } = await aBrowserHost()

  const { status, headers } = await ask(port, `/?token=${token}`)

  expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' })
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(`^sd_${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax$`)
  ])
  expect(headers['set-cookie']?.[0]).not.toContain(token)
})

it('lets the printed address open a second tab', async () => {
  const host = await aBrowserHost()

  expect(await signIn(host)).toBe(await signIn(host))
})

it('serves the desk to whoever signed in, under both names of this machine', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const name of ['127.0.0.1', 'localhost']) {
    const page = await ask(host.port, '/', { cookie, host: `${name}:${host.port}` })
    expect(page).toMatchObject({ status: 200, body: '<title>Storydesk</title>' })
  }
})

it('sends every answer with headers that keep foreign code and foreign pages out', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const path of ['/', '/missing']) {
    const { headers } = await ask(host.port, path, { cookie })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-")
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port} ws://localhost`)
    expect(policy).not.toMatch(/unsafe|http:|\*/)
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff'
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

it('serves pictures of the library, which may do even less, and nothing else below it', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  const picture = await ask(host.port, '/pictures/gauge.png', { cookie })

  expect(picture).toMatchObject({ status: 200, body: 'a picture' })
  expect(picture.headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': expect.stringMatching(/^default-src 'none'.* sandbox$/),
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff'
  })
  expect((await ask(host.port, '/pictures/secret.html', { cookie })).status).toBe(404)
})

it('says to HEAD what GET would say, without the file', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  expect(await ask(host.port, '/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' })
})

it.each([
  ['no token', '/'],
  ['an empty token', '/?token='],
  ['a wrong token', `/?token=${'A'.repeat(43)}`],
  ['a token of another length', '/?token=x']
])('refuses %s', async (_, path) => {
  const { port } = await aBrowserHost()

  const { status, headers, body } = await ask(port, path)

  expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 403, cookie: undefined })
  expect(body).toBe('Open Storydesk with the address that it printed when it started.\n')
})

it('knows after a restart whom it knew before only if it was given the same seed', async () => {
  const before = await aBrowserHost({ seed: 'a seed' })
  const cookie = await signIn(before)
  await before.host.close()
  const statusOf = async (seed: string | null) => {
    const again = await aBrowserHost({ seed, port: before.port })
    const { status } = await ask(again.port, '/', { cookie })
    await again.host.close()
    return { status, sameAddress: again.token === before.token }
  }

  expect(await statusOf('a seed')).toEqual({ status: 200, sameAddress: true })
  expect(await statusOf('another')).toEqual({ status: 403, sameAddress: false })
  expect(await statusOf(null)).toEqual({ status: 403, sameAddress: false })
})

it('refuses the token of another host', async () => {
  const earlier = await aBrowserHost()
  const { port } = await aBrowserHost()

  expect((await ask(port, `/?token=${earlier.token}`)).status).toBe(403)
})

it('refuses the token as a cookie, and the cookie of another host', async () => {
  const host = await aBrowserHost()
  const other = await signIn(await aBrowserHost())

  for (const value of [host.token, other.split('=')[1], '']) {
    const cookie = `sd_${host.port}=${value}`
    expect((await ask(host.port, '/', { cookie })).status).toBe(403)
  }
})

const FOREIGN_HOSTS = (port: number) => [
  'evil.example',
  `evil.example:${port}`,
  '127.0.0.1',
  'localhost',
  `127.0.0.1:${port + 1}`,
  `localhost.:${port}`,
  `[::1]:${port}`,
  `0.0.0.0:${port}`,
  `127.0.0.2:${port}`,
  `127.0.0.1:${port}.evil.example`,
  `evil.example@127.0.0.1:${port}`,
  `2130706433:${port}`
]

it('answers under no other name, not even to the token', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const name of FOREIGN_HOSTS(host.port)) {
    for (const path of [`/?token=${host.token}`, '/']) {
      const { status } = await ask(host.port, path, { cookie, host: name })
      expect([name, path, status]).toEqual([name, path, 403])
    }
  }
})

it('says to a tunnel from another port what it needs', async () => {
  const host = await aBrowserHost()

  const { status, body } = await ask(host.port, '/', { host: 'localhost:1' })
  expect([status, body]).toEqual([403, expect.stringContaining('the same port at both ends')])
})

it.each([
  ['two', (port: number) => `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n`],
  ['an empty one', () => 'Host: \r\n'],
  ['none', () => '']
])('answers nobody who names %s for a host', async (_, hosts) => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)
  const socket = connect(host.port, '127.0.0.1')
  socket.end(`GET / HTTP/1.1\r\n${hosts(host.port)}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`)

  expect(await text(socket)).toMatch(/^HTTP\/1\.1 40[03] /)
})

const FOREIGN_ORIGINS = (port: number) => [
  'null',
  'file://',
  'https://evil.example',
  `https://127.0.0.1:${port}`,
  `http://127.0.0.1:${port + 1}`,
  'http://127.0.0.1',
  `http://localhost.:${port}`,
  `http://[::1]:${port}`,
  `http://0.0.0.0:${port}`,
  `http://127.0.0.1:${port}.evil.example`,
  // Ours as well, but not the one that the request went to.
  `http://localhost:${port}`,
  'app://storydesk',
  ''
]

it('answers no page of another origin', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const origin of FOREIGN_ORIGINS(host.port)) {
    const { status } = await ask(host.port, '/', { cookie, origin })
    expect([origin, status]).toEqual([origin, 403])
  }
})

it('connects no page of another origin, and none that does not say its origin', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const origin of FOREIGN_ORIGINS(host.port)) {
    const { status } = await aTab({ ...host, origin }, cookie)
    expect([origin, status]).toEqual([origin, 403])
  }
  const { status } = await ask(host.port, '/ws', {
    cookie,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'c3Rvcnlkc3Rvcnlkc3Rvcg=='
  })
  expect(status).toBe(403)
})

it('connects nobody under another name of the host, without the cookie or at another path', async () => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  for (const name of FOREIGN_HOSTS(host.port)) {
    const tab = await aTab({ ...host, origin: `http://${name}` }, cookie, { host: name })
    expect([name, tab.status]).toEqual([name, tab.status === 400 ? 400 : 403])
  }
  expect((await aTab(host, '')).status).toBe(403)
  expect((await aTab(host, `sd_${host.port}=${host.token}`)).status).toBe(403)
})

it.each([
  [403, 'an image of another site', 'cross-site', 'no-cors', 'image'],
  [403, 'a script of another server on this machine', 'same-site', 'no-cors', 'script'],
  [403, 'a frame of another site', 'cross-site', 'navigate', 'iframe'],
  [200, 'a followed link', 'cross-site', 'navigate', 'document'],
  [200, 'an address that was typed', 'none', 'navigate', 'document'],
  [200, 'its own page', 'same-origin', 'no-cors', 'image']
])('answers %i to %s', async (expected, _, site, mode, dest) => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)
  const fetchHeaders = { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest }

  expect((await ask(host.port, '/', { cookie, ...fetchHeaders })).status).toBe(expected)
})

it.each([
  '/../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/..%5csecret.html',
  '/%252e%252e%252fsecret.html',
  '/..%c0%afsecret.html',
  '/index.html%00',
  '//secret.html',
  '/pictures/../../secret.html',
  '/pictures/..%2f..%2fsecret.html',
  '/pictures/%2e%2e/secret.html',
  'http://127.0.0.1/index.html',
  '*'
])('has nothing at %s', async (path) => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  const { status, body } = await ask(host.port, path, { cookie })

  expect(status).toBe(404)
  expect(body).not.toContain('secret')
})

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers no %s', async (method) => {
  const host = await aBrowserHost()
  const cookie = await signIn(host)

  expect((await ask(host.port, '/', { cookie }, method)).status).toBe(405)
})

it('takes the next port when the wished one is busy', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void busy.close())
  await new Promise((resolve) => busy.once('listening', resolve))
  const { port: taken } = busy.address() as { port: number }

  const { port } = await aBrowserHost({ port: taken })

  expect(port).toBeGreaterThan(taken)
  expect(port).toBeLessThan(taken + 20)
})

it('listens on this machine only', async () => {
  const { host } = await aBrowserHost()

  expect(new URL(host.address).hostname).toBe('127.0.0.1')
})

it('sends a browser on to the development server once it has signed in', async () => {
  const devServer = 'http://127.0.0.1:5173'
  const host = await aBrowserHost({ devServer })
  const cookie = await signIn(host)

  expect(cookie).not.toBe('')
  expect((await ask(host.port, '/', { cookie })).headers.location).toBe(devServer)
  expect((await ask(host.port, '/')).status).toBe(403)
})
