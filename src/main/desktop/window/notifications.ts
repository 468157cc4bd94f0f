import { Notification } from 'electron'
import type { Alert } from '../../../shared/alert'
import { dropOldest } from '../../../shared/drop-oldest'
import type { Log } from '../system/log'
import { escapeMarkup } from './markup'

/** Desktop notifications for arrivals. `nameless`: without anybody's name. `silent`: without the system's sound. */
type Notifier = {
  show(alert: Alert, how: { nameless: boolean; silent: boolean }): void
  /** Takes back what is still shown: it may name people. */
  clear(): void
}

/** Notifications kept; the oldest go first: some desktops never report one gone. */
const keptAtMost = 50

/** Shows alerts; a click reports the alert's sessions. */
export function createNotifier(onClick: (alert: Alert) => void, log: Log): Notifier {
  // Without a reference the notification is collected, along with its click.
  const shown = new Set<Notification>()
  return {
    show(alert, { nameless, silent }) {
      const notification = new Notification({
        silent,
        title: nameless ? alert.namelessTitle : alert.title,
        body: process.platform === 'linux' ? escapeMarkup(alert.body) : alert.body,
      })
      const forget = () => void shown.delete(notification)
      notification.on('click', () => {
        forget()
        onClick(alert)
      })
      notification.on('close', forget)
      notification.on('failed', (_event, error) => {
        forget()
        log.warn(`A notification could not be shown: ${error}`)
      })
      shown.add(notification)
      dropOldest(shown, keptAtMost)
      notification.show()
    },
    clear() {
      for (const notification of shown) notification.close()
      shown.clear()
    },
  }
}
