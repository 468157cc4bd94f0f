import { powerMonitor } from 'electron'

/** Reports when the machine sleeps and wakes up. Needs the app to be ready. */
export function watchPower(onSuspended: (suspended: boolean) => void): void {
  powerMonitor.on('suspend', () => onSuspended(true))
  powerMonitor.on('resume', () => onSuspended(false))
}
