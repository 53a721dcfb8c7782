import { app, type Session } from 'electron'

/**
 * Keeps every page where it is: it goes nowhere, opens nothing inside and embeds nothing. The address of a link
 * that wants a window of its own is opened outside. Must run before the first window is made.
 *
 * @param home the one origin to which a page may go, for a development server that reloads it; else `null`
 * @param openOutside judges an address before it opens it
 */
export function guardContents(
  home: string | null,
  openOutside: (address: string) => Promise<void>
): void {
  app.on('web-contents-created', (_, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (home === null || !event.url.startsWith(`${home}/`)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url)
      return { action: 'deny' }
    })
  })
}

/** Denies pages everything that a browser would ask its user about: camera, location, notifications, ... */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
