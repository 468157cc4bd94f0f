import { desktopText } from '../../shared/text/desktop'

/** Chromium switches that let another program read and steer the window. No fuse covers them. */
const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-socket-name'] as const

/** Why an installed application does not start like this; `null` where it may. */
export function debuggingRefusal(commandLine: { hasSwitch(name: string): boolean }): string | null {
  const asked = switches.find((name) => commandLine.hasSwitch(name))
  return asked ? desktopText.debugging(`--${asked}`) : null
}
