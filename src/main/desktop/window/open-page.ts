import path from 'node:path'
import { app, session } from 'electron'
import { guard } from './guard'
import { type PageAddress, pageAddress, protectDevelopmentPage, servePage } from './page'

/**
 * Makes our page reachable, and nothing else: served from its folder, or by the development server. Only what
 * `npm run dev` builds has the latter: in any other build an environment variable decides nothing.
 */
export function openPage(): PageAddress {
  const devServer = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined
  const page = pageAddress(devServer)
  guard(app, session.defaultSession, page)
  if (devServer) protectDevelopmentPage(session.defaultSession, devServer)
  else servePage(session.defaultSession.protocol, path.join(__dirname, '../renderer'))
  return page
}
