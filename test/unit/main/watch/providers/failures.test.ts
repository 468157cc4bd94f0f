import { afterEach, describe, expect, it } from 'vitest'
import { Deadline, redirected, refused, wireError } from '../../../../../src/main/watch/providers/failures'
import { stoppedByWall } from '../../../../../src/main/watch/providers/walls'
import { speak } from '../../../../../src/shared/text/speak'

const about = {
  who: 'LuaProt (Hub)',
  repeatable: true,
  timeoutMs: 1_500,
  credentialAdvice: 'Prüfen Sie den API-Schlüssel.',
}
const once = { ...about, repeatable: false }
const words = { code: null, text: 'No such hub.', details: '' }
const cloudflare = {
  status: 403,
  headers: new Map([['cf-ray', '8f3a1b2c']]),
  body: Buffer.from('error code: 1020'),
}

describe('a failure of a request', () => {
  afterEach(() => speak('en'))

  it.each([
    [
      wireError.bind(null, about, 'waiting', new Deadline()),
      'LuaProt (Hub) hat nicht innerhalb von 1,5 s geantwortet. Prüfen Sie die Verbindung und den Status des Dienstes; später wird erneut gefragt.',
    ],
    [
      wireError.bind(null, about, 'connecting', Object.assign(new Error(), { code: 'ECONNREFUSED' })),
      'LuaProt (Hub) hat die Verbindung abgelehnt (ECONNREFUSED). Prüfen Sie die Internetverbindung, den Proxy und die Adresse des Kontos.',
    ],
    [
      redirected.bind(null, once, 302, 'https://example.org/'),
      'LuaProt (Hub) hat mit einer Umleitung nach https://example.org/ geantwortet (302); ob die Aktion gewirkt hat, ist deshalb nicht bekannt. Prüfen Sie das, bevor Sie es noch einmal versuchen.',
    ],
    [
      refused.bind(null, about, 401, words),
      'LuaProt (Hub) nimmt den Schlüssel nicht an (401): „No such hub“. Prüfen Sie den API-Schlüssel.',
    ],
    [
      () => stoppedByWall(about, cloudflare, 0),
      'Cloudflare hat die Anfrage an LuaProt (Hub) aufgehalten: Eine Regel hält diesen Computer fern (403, Fehler 1020, Ray ID 8f3a1b2c). Der Dienst hat sie nicht gesehen; der Schlüssel kann also richtig sein. Versuchen Sie es ohne VPN oder aus einem anderen Netzwerk, oder bitten Sie den Dienst, seine API von hier aus zuzulassen, und nennen Sie ihm dabei: Ray ID 8f3a1b2c.',
    ],
  ])('is one whole sentence in another language, too (%#)', async (failing, sentence) => {
    await speak('de')
    expect(failing()?.message).toBe(sentence)
  })
})
