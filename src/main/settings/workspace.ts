import type { Account, AccountConfig, AccountDraft } from '../../shared/account'
import type { Workspace } from '../../shared/contract'
import { isPersonalScope } from '../../shared/providers/catalog'
import { type AppError, err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { SshHost } from '../../shared/terminal'
import type { ManagedWorkspace } from './config-file'
import type { SettingsFile, StoredAccount } from './stored'
import type { Secret, Vault } from './vault'

/** Where secrets go: see `account.save`. */
type Storage = 'keychain' | 'memory'

/** Accounts and settings of this run: the one place that knows all of an account, its secrets included. */
export type WorkspaceKeeper = {
  /** What the window may know: no secret in it. */
  view(): Pick<Workspace, 'accounts' | 'settings' | 'keychain' | 'kind' | 'problem'>
  settings(): Settings
  /** The accounts that can be watched: enabled, with their secrets. */
  configs(): AccountConfig[]
  /** The SSH hosts that came from outside. */
  managedHosts(): SshHost[]
  /** Every secret of this run, for the log's redaction. */
  secrets(): string[]
  /** A draft with its secrets filled in from what is stored, ready for a connection test. */
  complete(draft: AccountDraft): Result<AccountConfig>
  saveAccount(draft: AccountDraft, storage: Storage): Promise<Result<Account>>
  enableAccount(id: string, enabled: boolean): Promise<Result<undefined>>
  removeAccount(id: string): Promise<Result<undefined>>
  saveSettings(changes: Partial<Settings>): Promise<Result<Settings>>
  /** Moves the customers' keys and ids that an earlier version left in settings.json to where secrets are. */
  sealScopes(): Promise<void>
  /** Replaces a managed workspace (the demo services came up again) or says why there is none. */
  manage(workspace: Result<ManagedWorkspace>): void
}

/** What the keeper works with. */
type WorkspaceParts = {
  kind: Workspace['kind']
  file: SettingsFile
  vault: Vault
  newId(): string
}

/**
 * Keeps the workspace of this run. An own one lives in settings.json and the vault; a managed one (`--config`, demo)
 * is given from outside, cannot be changed here and is never stored. Settings that a person changes are stored in
 * either case; a managed workspace decides its own again at the next start.
 */
export function createWorkspaceKeeper({ kind, file, vault, newId }: WorkspaceParts): WorkspaceKeeper {
  let managed = noWorkspace
  let managedProblem: AppError | null = null
  let changes: Partial<Settings> = {}

  const secretOf = (id: string) => vault.read(id)
  const withSecret = (account: StoredAccount): AccountConfig | null => {
    const secret = secretOf(account.id)
    if (!secret.ok || !secret.value) return null
    const { headerNames: _, ...rest } = account
    return { ...rest, ...secret.value, scopes: scopesOf(account, secret.value) }
  }
  const ownView = (account: StoredAccount): Account => {
    const secret = secretOf(account.id)
    const known = secret.ok ? secret.value : null
    return { ...account, scopes: scopesOf(account, known), hasCredential: known !== null }
  }
  const allConfigs = (): AccountConfig[] =>
    kind === 'own' ? file.content.accounts.flatMap((a) => withSecret(a) ?? []) : managed.accounts
  const settings = (): Settings => ({ ...file.content.settings, ...managed.settings, ...changes })

  const problem = (): AppError | null => {
    if (managedProblem) return managedProblem
    const unusable = file.problem ?? vault.problem
    if (unusable) return unusable
    for (const account of kind === 'own' ? file.content.accounts : []) {
      const secret = secretOf(account.id)
      if (!secret.ok) {
        const message = `The key of “${account.label}” could not be read from the keychain. Enter it again under Accounts.`
        return { kind: 'keychain', message }
      }
    }
    return null
  }

  const store = async (
    accounts: StoredAccount[],
    next = file.content.settings,
  ): Promise<Result<undefined>> => {
    const before = file.content
    try {
      await file.save({ ...before, accounts, settings: next })
      return ok(undefined)
    } catch {
      await file.save(before).catch(() => undefined)
      return err(fileError)
    }
  }

  const complete = (draft: AccountDraft): Result<AccountConfig> => {
    const known = findAccount(draft.id)
    if (!known.ok) return known
    const before = known.value
    const moved = before !== null && !sameService(before, draft)
    if (before && moved && Object.keys(before.headers).length > 0 && !draft.headers)
      return err(invalid('headers', 'The address changed: enter the extra headers again, or remove them.'))
    const credential = draft.credential ?? (moved ? undefined : before?.credential)
    if (!credential) {
      const why = moved ? 'The address changed: enter the key again.' : 'Enter the key.'
      return err(invalid('credential', why))
    }
    const headers = draft.headers ?? before?.headers ?? {}
    return ok({ ...draft, id: draft.id ?? newId(), credential, headers })
  }

  /** The account as it is now; `credential` is empty where its secret is not there. */
  const findAccount = (id: string | null): Result<AccountConfig | null> => {
    if (id === null) return ok(null)
    const config = allConfigs().find((account) => account.id === id)
    if (config) return ok(config)
    const stored = kind === 'own' ? file.content.accounts.find((account) => account.id === id) : undefined
    if (!stored) return err(notFound)
    const { headerNames: _, ...rest } = stored
    return ok({ ...rest, credential: '', headers: {} })
  }

  return {
    view: () => ({
      accounts: kind === 'own' ? file.content.accounts.map(ownView) : managed.accounts.map(managedView),
      settings: settings(),
      keychain: vault.keychain,
      kind,
      problem: problem(),
    }),
    settings,
    configs: () => allConfigs().filter((account) => account.enabled),
    managedHosts: () => managed.hosts,
    secrets: () => allConfigs().flatMap((account) => [account.credential, ...Object.values(account.headers)]),
    complete,

    async saveAccount(draft, storage) {
      if (kind !== 'own') return err(notHere)
      const config = complete(draft)
      if (!config.ok) return config
      const { credential, headers, ...rest } = config.value
      const secret = { credential, headers, ...sealedScopes(rest) }
      const read = secretOf(rest.id)
      const before = read.ok ? read.value : null
      const secretTyped = draft.credential !== undefined || draft.headers !== undefined
      const secretChanged = secretTyped || !sameScopes(before, secret)
      if (secretChanged) {
        const written = await vault.write(rest.id, secret, storage)
        if (!written.ok) return written
      }
      const account: StoredAccount = withoutPersonal({ ...rest, headerNames: Object.keys(headers) })
      const others = file.content.accounts
      const exists = others.some((other) => other.id === account.id)
      const stored = await store(
        exists ? others.map((other) => (other.id === account.id ? account : other)) : [...others, account],
      )
      if (stored.ok) return ok(ownView(account))
      // The stored account still has its old address, where a new secret must not go.
      if (secretTyped) await vault.remove(account.id)
      else if (secretChanged && before) await vault.write(account.id, before, storage)
      return stored
    },

    async enableAccount(id, enabled) {
      if (kind !== 'own') {
        // For this run: a managed account that is too loud can be silenced without touching the file it came from.
        if (!managed.accounts.some((account) => account.id === id)) return err(notFound)
        const accounts = managed.accounts.map((a) => (a.id === id ? { ...a, enabled } : a))
        managed = { ...managed, accounts }
        return ok(undefined)
      }
      const { accounts } = file.content
      if (!accounts.some((account) => account.id === id)) return err(notFound)
      return store(accounts.map((account) => (account.id === id ? { ...account, enabled } : account)))
    },

    async removeAccount(id) {
      if (kind !== 'own') return err(notHere)
      const { accounts } = file.content
      if (!accounts.some((account) => account.id === id)) return err(notFound)
      const stored = await store(accounts.filter((account) => account.id !== id))
      if (stored.ok) await vault.remove(id)
      return stored
    },

    async saveSettings(asked) {
      const stored = await store(file.content.accounts, { ...file.content.settings, ...asked })
      if (!stored.ok) return stored
      changes = { ...changes, ...asked }
      return ok(settings())
    },

    async sealScopes() {
      for (const account of kind === 'own' ? file.content.accounts : []) {
        const secret = secretOf(account.id)
        const sealed = sealedScopes(account)
        if (!sealed.scopes || !secret.ok || !secret.value) continue
        const written = await vault.write(account.id, { ...secret.value, ...sealed }, 'keychain')
        if (written.ok)
          await store(file.content.accounts.map((a) => (a.id === account.id ? withoutPersonal(a) : a)))
      }
    },

    manage(workspace) {
      managedProblem = workspace.ok ? null : workspace.error
      managed = workspace.ok ? workspace.value : noWorkspace
    },
  }
}

/** What an account watches: all of it is with its secrets, if any of it is. */
const scopesOf = (account: StoredAccount, secret: Secret | null): Account['scopes'] => [
  ...(secret?.scopes ?? account.scopes),
]

/** The scopes as they go to the vault: all of them in their order, where one is a customer's. */
const sealedScopes = ({ provider, scopes }: Pick<Account, 'provider' | 'scopes'>): Pick<Secret, 'scopes'> =>
  scopes.some((scope) => isPersonalScope(provider, scope)) ? { scopes } : {}

const withoutPersonal = (account: StoredAccount): StoredAccount => ({
  ...account,
  scopes: account.scopes.filter((scope) => !isPersonalScope(account.provider, scope)),
})

const sameScopes = (a: Secret | null, b: Secret): boolean =>
  JSON.stringify(a?.scopes) === JSON.stringify(b.scopes)

const noWorkspace: ManagedWorkspace = { accounts: [], settings: {}, hosts: [] }

function managedView(config: AccountConfig): Account {
  const { credential: _, headers, ...rest } = config
  return { ...rest, headerNames: Object.keys(headers), hasCredential: true }
}

/** Whether a stored secret may go where the draft points. */
function sameService(before: AccountConfig, draft: AccountDraft): boolean {
  return (
    before.provider === draft.provider && new URL(before.baseUrl).origin === new URL(draft.baseUrl).origin
  )
}

const invalid = (path: string, message: string): AppError => ({ kind: 'invalid', path, message })

const notHere: AppError = {
  kind: 'unsupported',
  message: 'These accounts come from outside and cannot be changed here.',
}

const notFound: AppError = { kind: 'not-found', message: 'This account is no longer there.' }

const fileError: AppError = {
  kind: 'config',
  path: 'settings.json',
  message: 'The settings could not be written. Check the free space and the permissions of the data folder.',
}
