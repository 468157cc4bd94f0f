import path from 'node:path'
import { z } from 'zod'
import { headersSchema, scopeSchema } from '../../../shared/account'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { desktopText } from '../../../shared/text/desktop'
import { SerialWrites } from '../../lib/serial-writes'
import { fileVersion, readOwnFile, writeAtomically } from '../../settings/files'
import type { Secret, Vault } from '../../settings/vault'
import type { Cipher } from './cipher'

const fileSchema = z.object({ version: fileVersion(1), secrets: z.record(z.string(), z.base64()) })
const secretSchema = z.object({
  credential: z.string(),
  headers: headersSchema,
  scopes: z.array(scopeSchema).optional(),
})

/**
 * Opens the vault of a user-data folder: secrets.json, each secret encrypted with the system's keychain. Where there is
 * none, secrets live in memory only. Needs the app to be ready. The keychain is first touched when there is something to
 * read or somebody asks for it, because that can take long.
 */
export function openVault(folder: string, cipher: Cipher): Vault {
  const file = path.join(folder, 'secrets.json')
  const read = readOwnFile(file, fileSchema)
  let encrypted = read.value?.secrets ?? {}
  /** Decrypted or entered in this run, or why it could not be. */
  const known = new Map<string, Result<Secret>>()
  let usable: boolean | null = null
  const hasKeychain = async () => {
    usable ??= await cipher.isSafe().catch(() => false)
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
  const encrypt = async (secret: Secret) => (await cipher.encrypt(JSON.stringify(secret))).toString('base64')

  const open = async (accountId: string, base64: string): Promise<void> => {
    try {
      const { text, isStale } = await cipher.decrypt(Buffer.from(base64, 'base64'))
      const secret = secretSchema.parse(JSON.parse(text))
      known.set(accountId, ok(secret))
      if (!isStale) return
      const renewed = await encrypt(secret)
      await change((now) => (now[accountId] === base64 ? { ...now, [accountId]: renewed } : now))
    } catch {
      // The cause may hold parts of the plain text. What was read stays read, even if it could not be renewed.
      if (!known.has(accountId)) known.set(accountId, err(unreadable()))
    }
  }

  return {
    get keychain() {
      return usable === null ? 'unknown' : usable ? 'available' : 'unavailable'
    },
    askKeychain: async () => ((await hasKeychain()) ? 'available' : 'unavailable'),
    problem: read.problem,

    async open() {
      const stored = Object.entries(encrypted)
      if (stored.length === 0) return
      if (await hasKeychain()) await Promise.all(stored.map(([accountId, text]) => open(accountId, text)))
      else for (const [accountId] of stored) known.set(accountId, err(unreadable()))
    },

    read: (accountId) => known.get(accountId) ?? ok(null),

    async write(accountId, secret, storage) {
      try {
        if (storage === 'memory') await forget(accountId)
        else {
          if (!(await hasKeychain())) return err(noKeychain())
          const text = await encrypt(secret)
          await change((now) => ({ ...now, [accountId]: text }))
        }
      } catch {
        return err(unwritable())
      }
      known.set(accountId, ok(secret))
      return ok(undefined)
    },

    async remove(accountId) {
      known.delete(accountId)
      await forget(accountId)
    },
  }
}

const noKeychain = (): AppError => ({
  kind: 'keychain',
  message: desktopText.noKeychain,
})

const unreadable = (): AppError => ({
  kind: 'keychain',
  message: desktopText.keyUnreadable,
})

const unwritable = (): AppError => ({
  kind: 'keychain',
  message: desktopText.keyNotStored,
})
