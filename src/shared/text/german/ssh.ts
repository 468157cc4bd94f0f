import type { Translation } from '../catalogue'
import type { sshText } from '../ssh'

export const ssh: Translation<typeof sshText> = {
  said: (server, what) => `${server}: ${what}.`,
  doesNot: (server, what) => `${server} ${what}.`,

  passwordFor: (who) => `Passwort für ${who}`,
  password: 'Passwort',
  answer: 'Antwort',
  asks: (who) => `${who} fragt`,
  passphraseFor: (file) => `Passphrase für ${file}`,
  passphrase: 'Passphrase',

  noMoreTries: (who) => `${who}: Der Server lässt keine weiteren Versuche zu.`,
  tooManyKeys: (who, keys) =>
    `${who}: Der Server hat nach ${keys} Schlüsseln aufgegeben, bevor einer passte. Wählen Sie für diesen Host die richtige Schlüsseldatei und schalten Sie „Nur diese Schlüssel“ ein.`,
  signInCancelled: (who) => `Die Anmeldung als ${who} wurde abgebrochen.`,
  tooManyQuestions: (host) =>
    `${host} hat zu viele Fragen gestellt. Vielleicht ist es nicht der, der er zu sein vorgibt.`,
  passwordRefused: (who) => `${who}: Das Passwort wurde abgelehnt.`,
  keysRefused: (who, keys) =>
    keys === 1
      ? `${who}: Der Schlüssel wurde abgelehnt.`
      : `${who}: Alle ${keys} Schlüssel wurden abgelehnt.`,
  answersRefused: (who) => `${who}: Die Antworten wurden abgelehnt.`,
  notLetIn: (who) => `${who}: Der Server hat Sie nicht hereingelassen.`,
  noKey: (who) => `${who}: Es gibt keinen Schlüssel zum Anmelden.`,
  accepts: (ways) => `Der Server akzeptiert: ${ways}.`,
  offerKey: 'Starten Sie einen Agent oder wählen Sie eine Schlüsseldatei für diesen Host.',

  noProgress: 'die Anmeldung kommt nicht voran',
  endlessGreeting: (server) =>
    `${server} begrüßt ohne Ende. Vielleicht ist es nicht der, der er zu sein vorgibt.`,
  wantsNewPassword: (server) =>
    `${server} verlangt ein neues Passwort, das sich nur in einem anderen Programm festlegen lässt.`,
  otherHostKey: (server) => `${server} kam mitten in der Verbindung mit einem anderen Host-Schlüssel.`,
  keyNotWrittenDown: (server, why) => `Der Schlüssel von ${server} wurde nicht gespeichert: ${why}.`,

  speaksSsh1: (server) => `${server}: spricht nur SSH 1, das unsicher ist und nicht unterstützt wird.`,
  noSshServer: (server, said) => `${server}: antwortet „${said}“ und ist daher kein SSH-Server.`,
  saidOtherwise: (server, said) => `${server}: sagte „${said}“ statt SSH zu sprechen.`,

  noHostKey:
    'zeigt keinen Host-Schlüssel, der unterstützt wird: Ed25519, ECDSA oder RSA mit SHA-2. Zertifikate und RSA mit SHA-1 gehören nicht dazu',
  otherSsh: (why) => `spricht kein SSH, das hier verstanden wird: ${why}`,
  tooOld: (kind) =>
    `bietet kein Verfahren an, das unterstützt wird (${kind}). Vielleicht ist der Server zu alt, um sicher zu sein`,
  tooUnusual: (kinds, names) =>
    `bietet nur ${kinds} an, die hier noch nicht unterstützt werden: ${names}. Wer den Server betreibt, kann zusätzlich ein gängiges Verfahren zulassen`,
  keyExchanges: 'Arten des Schlüsselaustauschs',
  ciphers: 'Verschlüsselungen',
  messageCodes: 'Prüfcodes (MAC)',
  compressions: 'Komprimierungen',
  badGroup: (bits) => `der Schlüsselaustausch hat eine Gruppe von ${bits} Bit`,
  noGenerator: 'der Schlüsselaustausch hat keinen Generator',
  badNumber: 'der Schlüsselaustausch hat eine falsche Zahl',

  badName: (server) =>
    `${server}: Einen solchen Host kann known_hosts nicht benennen. Nichts wurde gesendet.`,
  alias: (known, address) => `${known} (unter ${address})`,
  knownHostsUnreadable: (server, why) =>
    `Die bekannten Hosts lassen sich nicht lesen, daher ist ${server} nicht vertrauenswürdig: ${why}`,
  badHostKey: (server) => `${server} hat einen ungültigen Host-Schlüssel gesendet.`,
  hostKeyNotAccepted: (server) => `Der Host-Schlüssel von ${server} wurde nicht akzeptiert.`,
  hostKeyRevoked: (server, key, place) =>
    `Der Host-Schlüssel von ${server} (${key}) ist in ${place} widerrufen. Verbinden Sie sich nicht; fragen Sie, wer den Host betreibt.`,
  knownIn: (fingerprint, place) => `${fingerprint} in ${place}`,
  hostKeyChanged: (server, shown, known, repair) =>
    `Der Host-Schlüssel von ${server} hat sich geändert: gezeigt wurde ${shown}, bekannt ist aber ${known}. Vielleicht hört jemand mit, oder der Host wurde neu eingerichtet. Nichts wurde gesendet. Wenn der Betreiber des Hosts den neuen Schlüssel bestätigt, entfernen Sie den alten mit: ${repair}`,

  agentSilent: (agent) =>
    `Der Agent ${agent} hat noch nicht geantwortet; vielleicht fragt er Sie gerade etwas.`,
  publicKeyOnly: (file) =>
    `Die Schlüsseldatei ${file} ist ein öffentlicher Schlüssel, und kein Agent hat den privaten dazu.`,
  keyFileMissing: (file) => `Die Schlüsseldatei ${file} gibt es nicht.`,
  keyFileUnused: (file, why) => `Die Schlüsseldatei ${file} wird nicht benutzt: ${why}.`,

  noAgent: 'Es gibt keinen Agent, der weitergeleitet werden könnte.',
  noAgentForwarding: 'Der Host lässt die Weiterleitung des Agent nicht zu.',
  noTerminal: (why) => `Der Host gibt kein Terminal: ${why}.`,
  sendsTooMuch: 'Der Host sendet mehr, als ihm erlaubt wurde.',
  cutOff:
    'Der Host hat das Terminal geschlossen, ohne zu sagen, wie die Shell endete; vielleicht wurde sie unterbrochen.',
  endedBy: (signal) => `Die Shell wurde durch ${signal} beendet.`,
  exited: (code) =>
    code === null
      ? 'Die Shell endete mit unbekanntem Exit-Code.'
      : `Die Shell endete mit dem Exit-Code ${code}.`,

  portTaken: (port, address, other) =>
    `Port ${port} wird nicht an ${address} weitergeleitet: Ein anderes Terminal leitet ihn an ${other} weiter.`,
  portNotForwarded: (port, address, why) => `Port ${port} wird nicht an ${address} weitergeleitet: ${why}.`,
  portUnreached: (port, address, why) => `Port ${port}: Der Host erreicht ${address} nicht: ${why}.`,
}
