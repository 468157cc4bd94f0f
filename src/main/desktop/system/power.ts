import { powerMonitor } from 'electron'

/** Tells when the machine goes to sleep and wakes up. Needs the app to be ready. */
export function watchPower(onSuspended: (suspended: boolean) => void): void {
  powerMonitor.on('suspend', () => onSuspended(true))
  powerMonitor.on('resume', () => onSuspended(false))
}
