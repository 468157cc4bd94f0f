import type { Translation } from '../catalogue'
import type { machineConnectionText } from '../machine-connection'

export const machineConnection: Translation<typeof machineConnectionText> = {
  noAddress: 'VSay hat für das Terminal eine ungültige Adresse angegeben. Nichts wurde verbunden.',
  notEncrypted: 'VSay hat für das Terminal eine unverschlüsselte Adresse angegeben. Nichts wurde verbunden.',
  otherHost:
    'VSay hat für das Terminal eine Adresse auf einem anderen Host als dem des Kontos angegeben. Nichts wurde verbunden.',
  expired:
    'Das Token des Terminals ist abgelaufen. Verbinden Sie neu, um eine neue Sitzung auf der Maschine zu öffnen.',
  proxyFailed: (proxy, what) => `Der Proxy des Systems ${proxy} ${what}.`,
  tlsFailed: (what, advice) => `VSay ${what}. Nichts wurde gesendet. ${advice}`,
  unreachable: (why) => `VSay ist nicht erreichbar: ${why}.`,
  unknownSession:
    'VSay kennt diese Sitzung nicht mehr. Verbinden Sie neu, um eine neue auf der Maschine zu öffnen.',
  notReady: (status) => `VSay ist für das Terminal noch nicht bereit (${status}).`,
  refusedWith: (status) => `VSay hat das Terminal abgelehnt (${status}).`,
  refusedBecause: (why) => `VSay hat das Terminal abgelehnt: ${why}.`,
  noReason: 'kein Grund angegeben',
  tooLarge: 'VSay hat eine Nachricht gesendet, die größer als jeder Bildschirm ist.',
  noMessage: 'VSay hat etwas gesendet, das keine Nachricht eines Terminals ist.',
  broken: 'Die Verbindung zu VSay ist abgebrochen.',
  silent: 'VSay antwortet nicht mehr.',
  ended: 'VSay hat die Sitzung beendet.',
  endedBecause: (why) => `VSay hat die Sitzung beendet: ${why}.`,
}
