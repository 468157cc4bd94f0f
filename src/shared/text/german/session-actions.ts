import type { Translation } from '../catalogue'
import type { sessionActionsText } from '../session-actions'

export const sessionActions: Translation<typeof sessionActionsText> = {
  openTerminal: 'Terminal öffnen',
  logs: 'Protokoll',
  message: 'Nachricht',
  disconnect: 'Trennen',
  alreadyDisconnecting: 'Wird schon getrennt',
  hasLeft: 'Die Sitzung ist nicht mehr da',
  notListed: 'Diese Sitzung ist nicht mehr in der Liste.',

  user: 'Nutzer',
  service: 'Dienst',
  machine: 'Maschine',
  script: 'Skript',
  started: 'Begonnen',
  disconnectTitle: 'Sitzung trennen',
  nothingToDisconnect: 'Es gibt nichts zu trennen.',
  disconnectedBefore: 'Schon einmal getrennt,',
  sendsAgain: '„Trennen“ sendet eine weitere Anfrage.',
  listedUnknown: (service) =>
    `${service} sagt nicht, wie bald die Sitzung aus der Liste verschwindet; die nächsten Lebenszeichen zeigen es.`,
  listedUpTo: (seconds) => `Sie kann noch bis zu ${seconds}\u00a0s in der Liste stehen.`,
  mayComeBack: 'Der Nutzer kann wiederkommen.',

  left: (when) => `ist ${when} gegangen. Mit dieser Sitzung lässt sich nichts mehr tun.`,
  leftToAnother:
    'ist gegangen, und der Dienst hat die ID der Sitzung an jemand anderen vergeben. Mit dieser Sitzung lässt sich nichts mehr tun.',
  watchedUntil: (when) =>
    `wurde bis ${when} beobachtet. Um mit der Sitzung etwas zu tun, lassen Sie das Konto sie wieder beobachten.`,

  messageTitle: 'Nachricht senden',
  nothingSent: 'Es wurde nichts gesendet.',
  to: 'An',
  send: 'Senden',
  sendAgain: 'Erneut senden',
  sending: 'Wird gesendet …',
  waitingForClient: 'Warten auf den Client, bis zu 60 s …',
  queued: 'In der Warteschlange, noch nicht gesendet …',
  mayHaveArrived: 'Vielleicht ist sie angekommen. Erneutes Senden führt sie womöglich zweimal aus.',
  answer: 'Antwort',
  copyAnswer: 'Antwort',

  sendingIn: (user, seconds) => `Die Nachricht an ${user} wird in ${seconds} Sekunden gesendet.`,
  disconnectingIn: (user, seconds) => `${user} wird in ${seconds} Sekunden getrennt.`,
  tooLate: 'Zu spät zum Rückgängigmachen: Es wurde schon gesendet.',
  results: 'Ergebnisse',
}
