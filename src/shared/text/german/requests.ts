import type { Translation } from '../catalogue'
import type { requestsText } from '../requests'

export const requests: Translation<typeof requestsText> = {
  lost: 'Eine Nachricht innerhalb von Sessiondeck ging verloren',
  tryAgain: 'Versuchen Sie es noch einmal; wenn es so bleibt, starten Sie Sessiondeck neu.',
  unknown: (name) => `Eine Anfrage „${name}“ gibt es hier nicht.`,
  failed: (name) => `Sessiondeck ist an „${name}“ gescheitert`,
  answerLost: (name) => `Sessiondeck konnte die Antwort auf „${name}“ nicht weitergeben`,
  notCarried: (name) => `„${name}“ lässt sich so nicht anfragen. Es wurde nichts getan.`,
  noAnswer: (name) => `Das Fenster von Sessiondeck bekam keine Antwort aus dem Hintergrund (${name})`,
  restart: 'Starten Sie Sessiondeck neu.',
  outcomeUnknown: (what) =>
    `${what}; ob die Aktion gewirkt hat, ist daher nicht bekannt. Sehen Sie nach, bevor Sie es noch einmal versuchen.`,
  advised: (what, advice) => `${what}. ${advice}`,
}
