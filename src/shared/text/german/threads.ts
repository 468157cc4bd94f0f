import type { Translation } from '../catalogue'
import type { threadsText } from '../threads'

export const threads: Translation<typeof threadsText> = {
  watchRestarting:
    'Die Beobachtung wurde unerwartet beendet und startet neu. Versuchen Sie es gleich noch einmal.',
  terminalsRestarting:
    'Die Terminals wurden unerwartet beendet und starten neu. Versuchen Sie es gleich noch einmal.',
  watchStopped: 'Die Beobachtung wurde unerwartet beendet, bevor die Antwort kam',
  terminalsStopped: 'Die Terminals wurden unerwartet beendet, bevor die Antwort kam',
  watchReturns: 'Sie startet neu; versuchen Sie es gleich noch einmal.',
  terminalsReturn: 'Sie starten neu; versuchen Sie es gleich noch einmal.',
  closing: 'Sessiondeck wird beendet',
  nothingAsked: 'Es wird nichts mehr angefragt.',
  notSent: 'Sessiondeck wird beendet. Es wird nichts mehr angefragt.',
  demoStopped: 'Die Demo-Dienste wurden beendet und starten neu.',
  terminalsRestarted:
    'Die Terminals wurden unerwartet beendet und neu gestartet. Verbinden Sie neu, um fortzufahren.',
  noTerminal: 'Dieses Terminal gibt es nicht mehr.',
  noHost: 'Dieser Host ist nicht mehr gespeichert. Wählen Sie einen anderen, oder speichern Sie ihn wieder.',
  notAllowed: 'Diese Anfrage ist nicht erlaubt.',
}
