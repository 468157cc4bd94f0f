import { catalogue, type Translation } from '../catalogue'
import type { exchangeText } from '../exchange'

export const exchange: Translation<typeof exchangeText> = {
  noAnswer: (seconds) => `hat nicht innerhalb von ${catalogue.number(seconds)} s geantwortet`,
  notWaitedFor: 'hat nicht geantwortet, solange gewartet wurde',
  tooMuch: 'hat mehr Daten gesendet, als in eine echte Antwort gehören',
  unknownName: 'hat einen Hostnamen, den es nicht gibt',
  notBuilt: 'hat nichts bekommen: Aus Adresse und Headern des Kontos ließ sich keine Anfrage bilden',
  noHttp: 'hat mit etwas geantwortet, das kein HTTP ist',
  hungUp: 'hat die Verbindung ohne vollständige Antwort geschlossen',
  refusedConnection: 'hat die Verbindung abgelehnt',
  notReachedInTime: 'war nicht innerhalb von 10 s erreichbar',
  notReached: 'ist nicht erreichbar',
  nothingChanged:
    'hat geantwortet, dass sich nichts geändert hat (304), obwohl nichts aufbewahrt wird, das sich ändern könnte',
  noData: (status) => `hat ohne Daten geantwortet (${status})`,
  redirect: (to) => `hat mit einer Umleitung${to && ` nach ${to}`} geantwortet`,
  contradiction: (status) =>
    `hat mit ${status} geantwortet, einem Fehler, und zugleich gesagt, alles sei gut gegangen`,
  ownError: (status) => `hat mit einem eigenen Fehler geantwortet (${status})`,
  encoding: (names) => `hat in einer Kodierung geantwortet, die Sessiondeck nicht liest (${names})`,
  endsInMiddle: 'hat eine Antwort gesendet, die mittendrin endet',
  damaged: 'hat eine komprimierte Antwort gesendet, die beschädigt ist',
  notUtf8: 'hat mit Text geantwortet, der kein UTF-8 ist',
  webPage: 'hat mit einer Webseite statt mit JSON geantwortet',
  nothing: 'hat leer statt mit JSON geantwortet',
  notJson: 'hat mit etwas geantwortet, das kein JSON ist',
  otherShape: 'hat mit JSON geantwortet, das nicht die dokumentierte Form hat',
  quoted: (words) => `: „${words}“`,
  withProof: (what, proof) => `${what} (${proof})`,

  proxy: (who, proxy, what) =>
    `${who} ist nicht erreichbar: Der Proxy des Systems ${proxy} ${what}. Prüfen Sie den Proxy in den Netzwerkeinstellungen dieses Computers.`,
  unknownOutcome: (who, what) =>
    `${who} ${what}; ob die Aktion gewirkt hat, ist deshalb nicht bekannt. Prüfen Sie das, bevor Sie es noch einmal versuchen.`,
  tls: (who, what, advice) => `${who} ${what}. ${advice}`,
  stopped: (who) => `Die Anfrage an ${who} wurde gestoppt.`,
  timeout: (who, what) =>
    `${who} ${what}. Prüfen Sie die Verbindung und den Status des Dienstes; später wird erneut gefragt.`,
  checkAddress: (who, what) => `${who} ${what}. Prüfen Sie die Adresse des Kontos.`,
  checkInternet: (who, what) =>
    `${who} ${what}. Prüfen Sie die Internetverbindung und die Adresse des Kontos.`,
  checkBoth: (who, what) => `${who} ${what}. Prüfen Sie beides.`,
  checkProxy: (who, what) => `${who} ${what}. Prüfen Sie die Adresse des Kontos und den Proxy.`,
  truncated: (who) =>
    `Die Antwort von ${who} endete mittendrin. Prüfen Sie die Verbindung; später wird erneut gefragt.`,
  network: (who, what) =>
    `${who} ${what}. Prüfen Sie die Internetverbindung, den Proxy und die Adresse des Kontos.`,
  unusable: (who, what) => `${who} ${what}. Prüfen Sie die Adresse des Kontos und den Status des Dienstes.`,
  redirected: (who, what) =>
    `${who} ${what}. Ihr wurde nicht gefolgt, damit der Schlüssel nirgendwo anders hingelangt. Korrigieren Sie die Adresse des Kontos.`,
  tooManySoon: (who) =>
    `${who} hat mit diesem Schlüssel zu viele Anfragen bekommen und diese abgelehnt. Versuchen Sie es gleich noch einmal.`,
  tooMany: (who, seconds) =>
    `${who} hat mit diesem Schlüssel zu viele Anfragen bekommen und diese abgelehnt. Versuchen Sie es in ${catalogue.number(seconds)} s noch einmal.`,
  unauthorized: (who, words, advice) => `${who} nimmt den Schlüssel nicht an (401)${words}. ${advice}`,
  forbidden: (who, words, advice) => `${who} verbietet das (403)${words}. ${advice}`,
  notFound: (who, words) =>
    `${who} kennt dort nichts (404)${words}. Prüfen Sie die ID und die Adresse des Kontos.`,
  unavailable: (who, status, words) =>
    `${who} hat selbst Probleme (${status})${words}. Warten Sie, und prüfen Sie den Status des Dienstes.`,
  refused: (who, status, words) =>
    `${who} hat das abgelehnt (${status})${words}. Prüfen Sie, was angefragt wurde.`,

  gone: (service) => `${service} kennt diese Sitzung nicht mehr: Sie ist beendet. Es wurde nichts getan.`,
  otherService: (service) => `${service} kann die Suche eines anderen Dienstes nicht beantworten.`,
  noneReadable: (service) =>
    `${service} führt Sitzungen auf, aber keine, deren ID sich lesen lässt. Prüfen Sie die Adresse des Kontos und den Status des Dienstes.`,
  interrupted: (why) => `${why} Was gelesen wurde, zählt.`,
  listsMany: (service, all, shown) =>
    `${service} führt ${catalogue.number(all)} Sitzungen auf; nur die ersten ${catalogue.number(shown)} werden angezeigt.`,
  listsMore: (service, shown) =>
    `${service} führt mehr als ${catalogue.number(shown)} Sitzungen auf; nur die ersten ${catalogue.number(shown)} werden angezeigt.`,

  outOfBounds: (field, what) => `${field}: ${what}. Es wurde nichts gesendet.`,
  request: 'Anfrage',
  notValid: 'ungültig',
  empty: 'darf nicht leer sein',
  least: (least) => `muss mindestens ${catalogue.number(least)} sein`,
  between: (least, most) => `muss zwischen ${catalogue.number(least)} und ${catalogue.number(most)} liegen`,
  atMost: (most) => `darf höchstens ${most} sein`,
  leastCharacters: (least) => `muss mindestens ${catalogue.number(least)} Zeichen haben`,
  mostCharacters: (most) => `darf höchstens ${catalogue.number(most)} Zeichen haben`,
  withdrawn: 'Zurückgezogen, bevor etwas gesendet wurde.',
  stoppedBefore: 'Gestoppt, bevor etwas gesendet wurde.',
  notId: 'Das ist keine ID.',
  notWatched: (who) => `${who} wird nicht mehr beobachtet.`,
  writtenDown: 'Es wurde aufgeschrieben, nicht gesendet.',
  pause: (wait) =>
    `Der Dienst hat um eine Pause gebeten; davon bleiben noch ${wait}. Es wurde nichts gesendet. Versuchen Sie es dann noch einmal.`,
  noMoreRequests: (wait) =>
    `Der Dienst lässt noch ${wait} lang keine Anfragen mehr zu. Es wurde nichts gesendet. Versuchen Sie es dann noch einmal.`,
  waitSeconds: (count) => `${catalogue.number(count)} s`,
  waitMinutes: (count) => `${catalogue.number(count)} min`,

  askedNothing: 'nichts',
  notAsked: 'nicht angefragt',
  notSent: 'nicht gesendet',
  notSentBounds: 'nicht gesendet: nicht zulässig',
  notSentId: 'nicht gesendet: keine ID',
  silence: (seconds) => `keine Antwort in ${catalogue.number(seconds)} s`,
  noWholeAnswer: 'keine vollständige Antwort',
  answered: (status, note, ms) => `${status}, ${note && `${note}, `}${ms} ms`,
  firstOfPages: (answer, pages) => `${answer}, die erste von ${catalogue.number(pages)} Seiten`,
  sessions: (count) => catalogue.plural(count, { one: '# Sitzung', other: '# Sitzungen' }),
}
