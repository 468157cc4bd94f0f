import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsIdentity } from './tls-cases'

/** Reads the identity in a folder. */
export function readIdentity(folder: string): TlsIdentity {
  const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), 'utf8')
  return {
    key: pem('key'),
    cert: pem('certificate'),
    expired: pem('expired'),
    early: pem('early'),
    otherName: pem('other-name'),
  }
}
