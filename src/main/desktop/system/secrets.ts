import path from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import { headersSchema, scopeSchema } from '../../../shared/account'
import { type AppError, err, ok } from '../../../shared/result'
import { SerialWrites } from '../../lib/serial-writes'
import { fileVersion, readOwnFile, writeAtomically } from '../../settings/files'
import type { Secret, Vault } from '../../settings/vault'

/** The part of Electron's safeStorage used here. */
export type Cipher = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  /** Linux only, and not in every Electron we run on. */
  getSelectedStorageBackend?(): string
}

const fileSchema = z.object({ version: fileVersion(1), secrets: z.record(z.string(), z.base64()) })
const secretSchema = z.object({
  credential: z.string(),
  headers: headersSchema,
  scopes: z.array(scopeSchema).optional(),
})

/**
 * Opens the vault of a user-data folder: secrets.json, each secret encrypted with the system's keychain. Where there is
 * none, secrets live in memory only. Needs the app to be ready. The keychain is first touched when somebody asks for it,
 * because that can take long.
 */
export function openVault(folder: string, cipher: Cipher): Vault {
  const file = path.join(folder, 'secrets.json')
  const read = readOwnFile(file, fileSchema)
  let encrypted = read.value?.secrets ?? {}
  /** Decrypted, or entered in this run. */
  const known = new Map<string, Secret>()
  let usable: boolean | null = null
  const hasKeychain = () => {
    usable ??= isSafe(cipher)
    return usable
  }
  const writes = new SerialWrites()

  /** Changes are read and written in sequence, so none is lost; a failed one leaves no trace. */
  const change = (apply: (now: Record<string, string>) => Record<string, string>): Promise<void> =>
    writes.run(async () => {
      const next = apply(encrypted)
      await writeAtomically(file, `${JSON.stringify({ version: 1, secrets: next })}\n`)
      encrypted = next
    })
  const forget = async (accountId: string): Promise<void> => {
    if (!Object.hasOwn(encrypted, accountId)) return
    await change(({ [accountId]: _, ...rest }) => rest)
  }

  return {
    get keychain() {
      return usable === null ? 'unknown' : usable ? 'available' : 'unavailable'
    },
    askKeychain: () => (hasKeychain() ? 'available' : 'unavailable'),
    problem: read.problem,

    read(accountId) {
      const secret = known.get(accountId)
      if (secret) return ok(secret)
      const text = Object.hasOwn(encrypted, accountId) ? encrypted[accountId] : undefined
      if (text === undefined) return ok(null)
      if (!hasKeychain()) return err(unreadable)
      try {
        const plain = cipher.decryptString(Buffer.from(text, 'base64'))
        const parsed = secretSchema.parse(JSON.parse(plain))
        known.set(accountId, parsed)
        return ok(parsed)
      } catch {
        // The cause may hold parts of the plain text.
        return err(unreadable)
      }
    },

    async write(accountId, secret, storage) {
      if (storage === 'keychain' && !hasKeychain()) return err(noKeychain)
      try {
        if (storage === 'memory') await forget(accountId)
        else {
          const text = cipher.encryptString(JSON.stringify(secret)).toString('base64')
          await change((now) => ({ ...now, [accountId]: text }))
        }
      } catch {
        return err(unwritable)
      }
      known.set(accountId, secret)
      return ok(undefined)
    },

    async remove(accountId) {
      known.delete(accountId)
      await forget(accountId)
    },
  }
}

/** Whether secrets are safe at rest: Linux's `basic_text` encrypts with a well-known password. */
function isSafe(cipher: Cipher): boolean {
  return cipher.isEncryptionAvailable() && cipher.getSelectedStorageBackend?.() !== 'basic_text'
}

const noKeychain: AppError = {
  kind: 'keychain',
  message: 'This system offers no keychain. Keep the key for this run only, or start a keyring service.',
}

const unreadable: AppError = {
  kind: 'keychain',
  message: 'The stored key could not be read from the keychain. Enter it again.',
}

const unwritable: AppError = {
  kind: 'keychain',
  message: 'The key could not be stored. Check the free space and the permissions of the data folder.',
}
