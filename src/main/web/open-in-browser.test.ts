import { expect, it } from 'vitest'
import { browserCommand } from './open-in-browser'

const address = 'http://127.0.0.1:40993/?token=Hz9D6iq8'

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, ReturnType<typeof browserCommand>]>([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', address]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', address]],
  ['linux', {}, null],
  ['darwin', {}, ['open', address]],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', address]]
])('on %s with %j the browser is opened by %j', (platform, env, command) => {
  expect(browserCommand(address, env, platform)).toEqual(command)
})
