import path from 'node:path'
import type { Protocol, Session } from 'electron'

/** Our page's own scheme: unlike file:// it has an origin, and nothing but our files behind it. */
const pageScheme = 'app'
const pageHost = 'sessiondeck'
const pageRoot = `${pageScheme}://${pageHost}/`

/** Where the page is, and what belongs to it. */
export type PageAddress = { url: string; isOwn(url: string): boolean }

/**
 * The page's address: our own scheme, or the development server's where there is one.
 *
 * @param devServer the URL of the development server; only ever given to what it built
 */
export function pageAddress(devServer: string | undefined): PageAddress {
  if (!devServer) return { url: `${pageRoot}index.html`, isOwn: (url) => url.startsWith(pageRoot) }
  const { origin } = new URL(devServer)
  return { url: devServer, isOwn: (url) => url.startsWith(`${origin}/`) }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // xterm sets inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

/** The page's Content-Security-Policy. */
export const contentSecurityPolicy = policy.join('; ')

/** The policy for the development server, whose client is inline and uses a WebSocket. */
export function developmentPolicy(devServer: string): string {
  const { host } = new URL(devServer)
  return policy
    .map((line) => (line.startsWith('script-src') ? `${line} 'unsafe-inline'` : line))
    .map((line) => (line.startsWith('connect-src') ? `${line} ws://${host}` : line))
    .join('; ')
}

/** The kinds of files that a page consists of. */
const pageFiles: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.woff2', '.svg', '.png'])

/** Announces the scheme. Must run before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Headers sent with each of our files. */
const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** What serves files in any Electron we run on: 25 has no sources yet. */
type PageProtocol = Pick<Protocol, 'registerFileProtocol'> & Partial<Pick<Protocol, 'registerSource'>>

/** Chromium's number for a file that is not there. */
const fileNotFound = -6

/**
 * Serves the built page from a folder, and nothing outside of it. Electron reads and sends the files itself:
 * `protocol.handle` would load Node's `fetch` for the first of them and carry every byte through the main thread, which
 * starting has no time for.
 */
export function servePage(protocol: PageProtocol, folder: string): void {
  if (protocol.registerSource) {
    const source = { type: 'directory', root: folder, index: '', headers }
    protocol.registerSource(pageScheme, { routes: [{ match: { host: pageHost }, source }] })
    return
  }
  protocol.registerFileProtocol(pageScheme, ({ url, method }, answer) => {
    const file = method === 'GET' ? fileOf(url, folder) : null
    answer(file ? { path: file, headers } : { error: fileNotFound })
  })
}

/** Puts the policy on what the development server sends. */
export function protectDevelopmentPage(session: Session, devServer: string): void {
  const policy = developmentPolicy(devServer)
  session.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
    answer({ responseHeaders: { ...responseHeaders, 'content-security-policy': [policy] } })
  })
}

/** The file behind a URL of ours; `null` for another host, another kind of file, or a way out of the folder. */
export function fileOf(url: string, folder: string): string | null {
  if (!url.startsWith(pageRoot)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const file = path.join(folder, name)
  return pageFiles.has(path.extname(file)) && file.startsWith(folder + path.sep) ? file : null
}
