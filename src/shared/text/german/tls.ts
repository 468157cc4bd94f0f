import type { Translation } from '../catalogue'
import type { tlsText } from '../tls'

export const tls: Translation<typeof tlsText> = {
  expired: 'hat ein Zertifikat, das abgelaufen ist',
  notYetValid: 'hat ein Zertifikat, das noch nicht gültig ist',
  revoked: 'hat ein Zertifikat, das widerrufen wurde',
  otherName: (names) =>
    `hat ein Zertifikat für einen anderen Namen${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
  unknownAuthority: 'hat ein Zertifikat von einer Zertifizierungsstelle, die dieser Computer nicht kennt',
  tooWeak: 'hat ein Zertifikat oder Schlüssel, die zu schwach sind, um sicher zu sein',
  onlyHttp2: 'spricht nur HTTP/2, Sessiondeck aber HTTP/1.1',
  noTls: 'spricht dort kein TLS',
  tooOld: 'spricht nur eine TLS-Version, die zu alt ist, um sicher zu sein',
  wantsCertificate: 'verlangt ein Zertifikat dieses Computers, das Sessiondeck nicht vorzeigen kann',
  otherServer: 'ist für diesen Namen nicht zuständig',
  nothingInCommon: 'hat keine Verschlüsselung mit diesem Computer gemeinsam',
  hungUp: 'hat aufgelegt, während die Verschlüsselung vereinbart wurde',
  notAccepted: (code) => `hat ein Zertifikat oder eine Verschlüsselung, die nicht akzeptiert wird (${code})`,

  checkClock:
    'Prüfen Sie die Uhr dieses Computers; geht sie richtig, muss das Zertifikat dort erneuert werden.',
  inBetween:
    'Prüfen Sie die Adresse. Auch ein Netzwerk, das zuerst eine Anmeldung verlangt, oder ein Virenscanner, der verschlüsselte Verbindungen öffnet, kann die Ursache sein.',
  checkAddress: 'Prüfen Sie die Adresse und den Port.',
  updateThere: 'Das muss dort auf den neuesten Stand gebracht werden.',
  allowHttp1: 'Prüfen Sie die Adresse, oder lassen Sie dort HTTP/1.1 zulassen.',
  otherWay: 'Fragen Sie den Betreiber nach einem anderen Zugang.',
  addToSystem:
    'Wenn Sie dem vertrauen, der diese Verbindung öffnet, etwa dem Netzwerk Ihrer Firma oder einem Virenscanner, fügen Sie dessen Stammzertifikat den Zertifikaten dieses Computers hinzu und starten Sie Sessiondeck neu.',
  addByVariable:
    'Wenn Sie dem vertrauen, der diese Verbindung öffnet, etwa dem Netzwerk Ihrer Firma oder einem Virenscanner, speichern Sie dessen Stammzertifikat in einer Datei, nennen Sie diese in der Umgebungsvariable NODE_EXTRA_CA_CERTS und starten Sie Sessiondeck neu.',
}
