import { catalogue } from './catalogue'

const rewrite = 'ssh-keygen -p -f FILE writes it anew'

/** Why a key file is of no use, as a sentence's end. */
export const keyTroubleText = catalogue.area('keyTrouble', {
  damaged: 'it is damaged',
  notKey: 'it is not a key',
  kind: 'its kind of key is not supported',
  damagedOrKind: 'it is damaged, or its kind of key is not supported',
  kindNamed: (name: string) => `its kind of key is not supported: ${name}`,
  curve: (name: string) => `its kind of key is not supported: the curve ${name}`,
  type: (name: string) => `keys of type ${name} are not supported`,
  securityKey: 'security keys (sk-) are not supported',
  encryption: 'it is encrypted in a way that is not supported',
  opensslEncryption: `it is encrypted in a way that is not supported; ${rewrite}`,
  cipher: (name: string) => `it is encrypted with ${name}, which is not supported; ${rewrite}`,
  oldestPutty: 'PuTTY’s oldest format is not supported',
  newerPutty:
    'PuTTY’s newer format is not supported with a passphrase; PuTTYgen exports it as an OpenSSH key',
  notOpened: 'it could not be opened',
})
