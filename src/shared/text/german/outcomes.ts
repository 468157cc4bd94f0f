import type { Translation } from '../catalogue'
import type { outcomesText } from '../outcomes'

export const outcomes: Translation<typeof outcomesText> = {
  'sending:message': 'Nachricht wird gesendet …',
  'sending:disconnect': 'Wird getrennt …',
  'sending:script-edit': 'Skript wird geändert …',
  'sending:script-toggle': 'Skript wird umgeschaltet …',
  'sending:script-update': 'Quelltext wird ersetzt …',
  'sending:script-remove': 'Skript wird entfernt …',
  'sending:session-create': 'Sitzung wird angelegt …',
  'sending:session-end': 'Sitzung wird beendet …',

  queued: (what) => `${what}: vorgemerkt, noch nicht gesendet`,
  notSent: (what, why) => `${what}: nicht gesendet: ${why}`,
  accepted: 'Angenommen, Bestätigung steht aus …',
  acceptedForUpTo: (span) => `Angenommen, Bestätigung steht aus … bis zu ${span}`,
  done: (what) => `${what}: erledigt`,
  messageDelivered: 'Nachricht zugestellt',
  sessionCreated: 'Sitzung angelegt',
  sessionEnded: 'Sitzung beendet',
  answered: 'Nachricht verarbeitet; der Client hat geantwortet',
  notProcessed: (why) => `Nachricht nicht verarbeitet: ${why}`,
  disconnectedAfter: (span) => `Nach ${span} getrennt`,
  stillListed: (span) => `Nach ${span} noch aufgelistet`,
  reconnectedAfter: (span) => `Nach ${span} wieder da`,
  reconnectedSameKey: (span) => `Nach ${span} wieder da, mit demselben Schlüssel`,
  unknown: (what, why) => `${what}: Ergebnis unbekannt: ${why}`,
  failed: (what, why) => `${what}: fehlgeschlagen: ${why}`,
}
