import type { Translation } from '../catalogue'
import type { proxyText } from '../proxy'

export const proxy: Translation<typeof proxyText> = {
  noSocks: 'spricht nicht SOCKS 5',
  wantsSignIn: 'verlangt eine Anmeldung, die nicht unterstützt wird',
  notAllowed: 'lässt die Verbindung nicht zu',
  networkUnreached: 'erreicht das Netzwerk des Dienstes nicht',
  serviceUnreached: 'erreicht den Dienst nicht',
  refusedByService: 'wurde vom Dienst abgewiesen',
  gaveUp: 'hat unterwegs aufgegeben',
  refused: 'hat die Verbindung abgelehnt',
  hungUp: 'hat aufgelegt, statt eine Verbindung herzustellen',
  networkSignIn: 'verlangt zuerst eine Anmeldung in diesem Netzwerk',
  tooMany: 'hat zu viele Anfragen bekommen',
  serviceNotAllowed: 'lässt die Verbindung zum Dienst nicht zu',
  unknownName: 'hat einen Hostnamen, den es nicht gibt',
  nameNotNow: 'hat einen Hostnamen, der sich gerade nicht auflösen lässt',
  nothingListens: 'ist nicht erreichbar: dort nimmt niemand Verbindungen an',
  silent: 'antwortet nicht',
  noRoute: 'ist nicht erreichbar: kein Weg führt dorthin',
  unreachable: (code) => `ist nicht erreichbar${code && ` (${code})`}`,
  noHttp: 'antwortet etwas, das kein HTTP ist',
  withProof: (what, proof) => `${what} (${proof})`,
}
