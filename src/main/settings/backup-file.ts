import { open, stat } from 'node:fs/promises'
import { z } from 'zod'
import { accountSchema, scopeSchema } from '../../shared/account'
import { type WindowParts, windowPartsSchema } from '../../shared/backup'
import { type AppError, err, ok, type Result } from '../../shared/result'
import type { SshHost } from '../../shared/terminal'
import { backupFileText } from '../../shared/text/backup-file'
import { checked, readJson } from './files'
import type { StoredAccount } from './stored'

/** What tells our backups from other JSON. */
const format = 'sessiondeck-backup'
const version = 1

/** Largest file that is read, bytes: hundreds of accounts and hosts with all their names fit many times. */
export const largestBackup = 4 * 1024 * 1024
/** Levels of nesting in a backup; ours has six. */
const deepest = 24
/** Longest text of what the window remembers, characters. */
const largestWindow = 200_000

/** An account in a backup: its extra headers by name, no secret, nothing that is a customer's. */
export const backupAccountSchema = accountSchema
  .unwrap()
  .omit({ hasCredential: true })
  .extend({ scopes: z.array(scopeSchema).max(50), headerNames: z.array(z.string().max(64)).max(50) })
  .strict()

/** What is in the file. Each part is looked at by itself, so that one mistake does not cost the others. */
const fileSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  exportedAt: z.number().int().min(0).max(8.64e15),
  /** The version of the app that wrote it. */
  app: z.string().max(40),
  accounts: z.array(z.unknown()).max(100),
  hosts: z.array(z.unknown()).max(500),
  templates: z.array(z.unknown()).max(100),
  views: z.array(z.unknown()).max(100),
  scriptNames: z.record(z.string(), z.unknown()),
  settings: z.record(z.string().max(60), z.unknown()),
  window: windowPartsSchema,
})
export type Backup = z.infer<typeof fileSchema>

/** What a backup is made of. */
export type BackupContent = {
  exportedAt: number
  app: string
  accounts: readonly StoredAccount[]
  hosts: readonly SshHost[]
  templates: readonly unknown[]
  views: readonly unknown[]
  scriptNames: Readonly<Record<string, string>>
  settings: Readonly<Record<string, unknown>>
  window: WindowParts
}

/** A backup as it is written. */
export const backupText = (content: BackupContent): string =>
  `${JSON.stringify({ format, version, ...content }, null, 2)}\n`

/** Reads a file that a person chose. Whatever it is, the answer is a backup or a sentence. */
export async function readBackup(file: string): Promise<Result<Backup>> {
  const text = await readBounded(file)
  return text.ok ? parseBackup(text.value) : text
}

async function readBounded(file: string): Promise<Result<string>> {
  try {
    // Before it is opened: a pipe would be waited for.
    if (!(await stat(file)).isFile()) return err(foreign())
    const handle = await open(file, 'r')
    try {
      // One byte more than may be.
      const buffer = Buffer.alloc(largestBackup + 1)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      if (bytesRead > largestBackup) return err(tooLarge())
      return ok(buffer.toString('utf8', 0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return err(wrong(backupFileText.unreadable))
  }
}

/** The same for its text. */
export function parseBackup(text: string): Result<Backup> {
  if (isDeeperThan(deepest, text)) return err(foreign())
  const json = readJson(text)
  if (!json.ok) return err(damaged())
  const head = z.object({ format: z.literal(format), version: z.number() }).safeParse(json.value)
  if (!head.success) return err(foreign())
  if (head.data.version > version) return err(newer())
  const backup = checked(json.value, fileSchema)
  if (!backup.ok) {
    const { place, what } = backup.error
    return err(wrong(backupFileText.mistake(place, what)))
  }
  if (JSON.stringify(backup.value.window).length > largestWindow) return err(tooLarge())
  return backup
}

/** Whether JSON is nested deeper than that, before a parser or whoever copies the value walks through it. */
function isDeeperThan(levels: number, text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > levels) return true
  }
  return false
}

const wrong = (message: string): AppError => ({ kind: 'config', path: '', message })

const foreign = () => wrong(backupFileText.foreign)
const damaged = () => wrong(backupFileText.damaged)
const newer = () => wrong(backupFileText.newer)
const tooLarge = () => wrong(backupFileText.tooLarge)
