// What the page may never do: ask for a device or a permission, leave its address, open a window, hold a webview. Set on
// the session and on every contents that is ever made, before the first window.
import type { App, Session } from 'electron'
import { isPageAddress } from './pageAddress.ts'

export function setupFences(app: Pick<App, 'on'>, session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isClipboardWrite(permission) && isPageAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => isClipboardWrite(permission) && isPageAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isPageAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isPageAddress(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Copying a block of the grid to Excel; reading the clipboard stays with the paste event, which needs no permission. */
function isClipboardWrite(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}
