import type { Translation } from '../catalogue'
import type { keyTroubleText } from '../key-trouble'

const rewrite = 'ssh-keygen -p -f DATEI schreibt sie neu'

export const keyTrouble: Translation<typeof keyTroubleText> = {
  damaged: 'sie ist beschädigt',
  notKey: 'sie enthält keinen Schlüssel',
  kind: 'diese Art von Schlüssel wird nicht unterstützt',
  damagedOrKind: 'sie ist beschädigt, oder diese Art von Schlüssel wird nicht unterstützt',
  kindNamed: (name) => `diese Art von Schlüssel wird nicht unterstützt: ${name}`,
  curve: (name) => `diese Art von Schlüssel wird nicht unterstützt: die Kurve ${name}`,
  type: (name) => `Schlüssel vom Typ ${name} werden nicht unterstützt`,
  securityKey: 'Sicherheitsschlüssel (sk-) werden nicht unterstützt',
  encryption: 'diese Art der Verschlüsselung wird nicht unterstützt',
  opensslEncryption: `diese Art der Verschlüsselung wird nicht unterstützt; ${rewrite}`,
  cipher: (name) => `die Verschlüsselung ${name} wird nicht unterstützt; ${rewrite}`,
  oldestPutty: 'das älteste Format von PuTTY wird nicht unterstützt',
  newerPutty:
    'das neuere Format von PuTTY wird mit Passphrase nicht unterstützt; PuTTYgen exportiert den Schlüssel im Format von OpenSSH',
  notOpened: 'sie ließ sich nicht öffnen',
}
