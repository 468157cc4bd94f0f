import type { batchesText } from '../batches'
import { catalogue, type Translation } from '../catalogue'

const ofAll = (done: number, total: number) => `${catalogue.number(done)} von ${catalogue.number(total)}`
const sessionCount = (sessions: number) =>
  catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' })

export const batches: Translation<typeof batchesText> = {
  messaging: (label) => `Nachrichten werden gesendet: ${label}`,
  disconnecting: (label) => `Wird getrennt: ${label}`,
  messagingThenDisconnecting: (label) => `Nachrichten werden gesendet, dann wird getrennt: ${label}`,
  timeLeft: (state, time) => `${state}, noch ${time}`,
  paused: (label) => `Angehalten: ${label}`,
  messagesSent: (label) => `Nachrichten gesendet: ${label}`,
  stopping: (label) => `Wird gestoppt: ${label}`,
  stopped: (label) => `Gestoppt: ${label}`,
  interrupted: (label) => `Unterbrochen: ${label}`,
  messagedIn: (done, total, label) => `Nachricht zugestellt: ${ofAll(done, total)} in ${label}`,
  messaged: (done, total) => `Nachricht zugestellt: ${ofAll(done, total)} Sitzungen`,
  disconnectedIn: (done, total, label) => `Getrennt: ${ofAll(done, total)} in ${label}`,
  disconnected: (done, total) => `Getrennt: ${ofAll(done, total)} Sitzungen`,
  bothDone: (done, total, label) => `Nachrichten und Trennungen erledigt: ${ofAll(done, total)}, ${label}`,

  done: (done, total) => `${ofAll(done, total)} erledigt`,
  failed: (actions) => `${catalogue.number(actions)} fehlgeschlagen`,
  unknown: (actions) => `${catalogue.number(actions)} unbekannt`,
  notSent: (actions) => `${catalogue.number(actions)} nicht gesendet`,

  atOnce: 'sofort',
  aboutSeconds: (seconds) => `etwa ${seconds} s`,
  aboutMinutes: (minutes) => `etwa ${minutes} min`,
  aboutHours: (hours) => `etwa ${hours} h`,

  message: (sessions) => `An ${sessionCount(sessions)} senden`,
  disconnect: (sessions) => `${sessionCount(sessions)} trennen`,
  messageAndDisconnect: (sessions) => `An ${sessionCount(sessions)} senden und trennen`,
}
