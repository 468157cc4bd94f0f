import path from 'node:path'
import { z } from 'zod'
import { accountSchema, scopeSchema } from '../../shared/account'
import type { AppError } from '../../shared/result'
import { settingsSchema } from '../../shared/settings'
import { sshHostSchema } from '../../shared/terminal'
import { SerialWrites } from '../lib/serial-writes'
import { fileVersion, readOwnFile, writeAtomically } from './files'

/** An account as stored: without secrets, or scopes that are a customer's key or id. */
const storedAccountSchema = accountSchema
  .unwrap()
  .omit({ hasCredential: true })
  .extend({ scopes: z.array(scopeSchema).max(50) })
export type StoredAccount = z.infer<typeof storedAccountSchema>

/** What an earlier version took for the name of a host or a user, and what cannot be reached by it, is no host any more. */
const withoutMisnamed = (hosts: unknown): unknown =>
  Array.isArray(hosts) ? hosts.filter((host) => !isMisnamed(host)) : hosts

function isMisnamed(host: unknown): boolean {
  const issues = sshHostSchema.safeParse(host).error?.issues ?? []
  return issues.length > 0 && issues.every(({ code }) => code === 'invalid_format')
}

/** Earlier versions wrote `en` where nobody had chosen a language: that is no choice in a file that does not say it is one. */
const withoutUnchosen = (file: unknown): unknown => {
  const read = z
    .looseObject({
      settings: z.looseObject({ language: z.literal('en') }),
      choosesLanguage: z.never().optional(),
    })
    .safeParse(file)
  return read.success ? { ...read.data, settings: { ...read.data.settings, language: 'system' } } : file
}

const storedSchema = z.preprocess(
  withoutUnchosen,
  z.object({
    version: fileVersion(1),
    accounts: z.array(storedAccountSchema),
    settings: settingsSchema,
    /** Absent in files from before terminals existed. */
    hosts: z.preprocess(withoutMisnamed, z.array(sshHostSchema).default([])),
  }),
)

/** What settings.json holds. */
type Stored = Omit<z.infer<typeof storedSchema>, 'version'>

/** settings.json of one user-data folder. */
export type SettingsFile = {
  readonly content: Stored
  /** Why the file was unusable, if so. */
  readonly problem: AppError | null
  /** Replaces the content, in memory at once. @throws where the file cannot be written */
  save(content: Stored): Promise<void>
}

/** Reads settings.json (synchronously: the window's colours wait for it) and keeps it. */
export function openSettingsFile(folder: string): SettingsFile {
  const file = path.join(folder, 'settings.json')
  const read = readOwnFile(file, storedSchema)
  let content: Stored = read.value ?? { accounts: [], settings: settingsSchema.parse({}), hosts: [] }
  const writes = new SerialWrites()
  return {
    get content() {
      return content
    },
    problem: read.problem,
    save(next) {
      content = next
      const text = `${JSON.stringify({ version: 1, choosesLanguage: true, ...next }, null, 2)}\n`
      return writes.run(() => writeAtomically(file, text))
    },
  }
}
