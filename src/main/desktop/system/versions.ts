import { release } from 'node:os'

/** The parts of Electron's `app` that are used here. */
type RunningApp = { readonly isPackaged: boolean; getVersion(): string; getLocale(): string }

/** What runs and on what, a line each, for whoever helps the person. */
export function versions(app: RunningApp): string[] {
  const { electron, chrome, node } = process.versions
  const { XDG_CURRENT_DESKTOP, XDG_SESSION_TYPE } = process.env
  const system = [process.platform, release(), process.arch, app.getLocale()]
  return [
    `Sessiondeck ${app.getVersion()}, ${app.isPackaged ? 'installed' : 'from a clone'}`,
    `Electron ${electron}, Chrome ${chrome}, Node ${node}`,
    [...system, XDG_CURRENT_DESKTOP, XDG_SESSION_TYPE].filter(Boolean).join(', '),
  ]
}
