import type { Translation } from '../catalogue'
import type { wallsText } from '../walls'

export const walls: Translation<typeof wallsText> = {
  thisNetwork: 'Dieses Netzwerk',
  proxy: 'Ein Proxy auf dem Weg',
  something: 'Etwas auf dem Weg',

  wantsSignIn: 'Zuerst muss sich jemand anmelden',
  banned: 'Die Adresse dieses Computers ist dort gesperrt',
  country: 'Das Land, in dem dieser Computer steht, wird nicht eingelassen',
  program: 'Programme dieser Art werden nicht eingelassen',
  noService: 'Der Dienst dahinter ist nicht zu finden',
  tooMany: 'Von der Adresse dieses Computers kamen zu viele Anfragen',
  rule: 'Eine Regel hält diesen Computer fern',
  browserFirst: 'Zuerst wird der Browser eines Menschen verlangt',
  turnedAway: 'Sie wurde abgewiesen',
  nothingThrough: 'Nichts wird durchgelassen',
  proxySignIn: 'Es wird eine Anmeldung verlangt, die nicht unterstützt wird',
  notAllowed: 'Diese Adresse ist nicht erlaubt',
  notReached: 'Der Dienst ist von dort nicht erreichbar',
  webPage: 'Geantwortet wurde mit einer Webseite',
  stopped: (guard, who, why, proof) =>
    `${guard} hat die Anfrage an ${who} aufgehalten: ${why} (${proof}). Der Dienst hat sie nicht gesehen; der Schlüssel kann also richtig sein.`,
  later: (said) => `${said} Später wird erneut gefragt.`,

  proxyTo: (who) => `Ein Proxy auf dem Weg zu ${who}`,
  noWholeAnswer: (proof) => `hat keine vollständige Antwort bekommen (${proof})`,
  answerLost: (who, proof, advice) =>
    `Ein Proxy auf dem Weg zu ${who} hat keine vollständige Antwort bekommen (${proof}). ${advice}`,

  error: (code) => `Fehler ${code}`,
  ray: (id) => `Ray ID ${id}`,
  reference: (id) => `Referenz ${id}`,

  signIn:
    'Öffnen Sie in einem Browser irgendeine Webseite, melden Sie sich dort beim Netzwerk an und versuchen Sie es noch einmal.',
  askNetwork: 'Bitten Sie den Betreiber dieses Netzwerks, die Adresse des Dienstes durchzulassen.',
  otherwise:
    'Versuchen Sie es ohne VPN oder aus einem anderen Netzwerk, oder bitten Sie den Dienst, seine API von hier aus zuzulassen.',
  otherwiseTelling: (reference) =>
    `Versuchen Sie es ohne VPN oder aus einem anderen Netzwerk, oder bitten Sie den Dienst, seine API von hier aus zuzulassen, und nennen Sie ihm dabei: ${reference}.`,
}
