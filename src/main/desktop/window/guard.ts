import type { App, Session, WebContents } from 'electron'
import type { PageAddress } from './page'

/** Closes every way for a page to reach more than the bridge gives it. */
export function guard(app: App, session: Session, page: PageAddress): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page))
}

function guardContents(contents: WebContents, page: PageAddress): void {
  // The page is one page: it may load itself again and go nowhere else.
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (url !== page.url) event.preventDefault()
  }
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
