import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import { securityHeaders } from '../serving/security-headers'
import type { WindowFiles } from '../serving/window-files'

const SCHEME = 'app'
const HOST = 'storydesk'

/** The origin of the desk's page in the desktop app. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`

/** Makes `app://` as good as https to the page. Must run before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** Answers `app://storydesk/…` from `files` and everything else with 404. Needs Electron to be ready. */
export function serveAppProtocol(files: WindowFiles): void {
  const headers = securityHeaders()

  protocol.handle(SCHEME, async ({ method, url }) => {
    const pathname = method === 'GET' ? pathOf(url) : null
    const found = pathname === null ? null : await files(pathname)
    const file = found && (await open(found.path).catch(() => null))
    if (!found || !file) return new Response(null, { status: 404, headers: { ...headers } })

    const body = Readable.toWeb(file.createReadStream()) as ReadableStream
    return new Response(body, {
      headers: { ...headers, 'content-type': found.type, ...found.headers }
    })
  })
}

/** @returns the path as it is written, without what a page may add to it; `null` for another host. */
function pathOf(url: string): string | null {
  if (!url.startsWith(`${APP_ORIGIN}/`)) return null
  return url.slice(APP_ORIGIN.length).replace(/[?#].*$/s, '')
}
