import type { Account, AccountConfig, AccountDraft } from '../../shared/account'
import type { Workspace } from '../../shared/contract'
import { isPersonalScope } from '../../shared/providers/catalog'
import { type AppError, err, ok, type Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { SshHost } from '../../shared/terminal'
import { workspaceText } from '../../shared/text/workspace'
import type { ManagedWorkspace } from './config-file'
import type { SettingsFile, StoredAccount } from './stored'
import type { Secret, Vault } from './vault'

/** Where secrets go: see `account.save`. */
type Storage = 'keychain' | 'memory'

/** What the keeper needs. */
type WorkspaceParts = {
  kind: Workspace['kind']
  file: SettingsFile
  vault: Vault
  newId(): string
}

/**
 * Accounts and settings of this run: the one place that knows all of an account, its secrets included. An own workspace
 * lives in settings.json and the vault; a managed one (`--config`, demo) is given from outside, cannot be changed here and
 * is never stored. Settings that a person changes are stored in either case; a managed workspace decides its own again at
 * the next start.
 */
export class WorkspaceKeeper {
  readonly #kind: Workspace['kind']
  readonly #file: SettingsFile
  readonly #vault: Vault
  readonly #newId: () => string
  #managed = noWorkspace
  #managedProblem: AppError | null = null
  /** The person's changes in this run, which outrank a managed workspace's own settings. */
  #changes: Partial<Settings> = {}

  constructor({ kind, file, vault, newId }: WorkspaceParts) {
    this.#kind = kind
    this.#file = file
    this.#vault = vault
    this.#newId = newId
  }

  /** What the window may know: no secrets. */
  view(): Pick<Workspace, 'accounts' | 'settings' | 'keychain' | 'kind' | 'problem'> {
    return {
      accounts:
        this.#kind === 'own'
          ? this.#file.content.accounts.map((account) => this.#ownView(account))
          : this.#managed.accounts.map(managedView),
      settings: this.settings(),
      keychain: this.#vault.keychain,
      kind: this.#kind,
      problem: this.#problem(),
    }
  }

  settings(): Settings {
    return { ...this.#file.content.settings, ...this.#managed.settings, ...this.#changes }
  }

  /** The accounts that can be watched: enabled, with their secrets. */
  configs(): AccountConfig[] {
    return this.#allConfigs().filter((account) => account.enabled)
  }

  /** The SSH hosts given from outside. */
  managedHosts(): SshHost[] {
    return this.#managed.hosts
  }

  /** Every secret of this run, for the log's redaction. */
  secrets(): string[] {
    return this.#allConfigs().flatMap((account) => [account.credential, ...Object.values(account.headers)])
  }

  /** A draft with stored secrets filled in, ready for a connection test. */
  complete(draft: AccountDraft): Result<AccountConfig> {
    const known = this.#find(draft.id)
    if (!known.ok) return known
    const before = known.value
    const moved = before !== null && !sameService(before, draft)
    if (before && moved && Object.keys(before.headers).length > 0 && !draft.headers)
      return err(invalid('headers', workspaceText.enterHeadersAgain))
    const credential = draft.credential ?? (moved ? undefined : before?.credential)
    if (!credential) {
      const why = moved ? workspaceText.enterKeyAgain : workspaceText.enterKey
      return err(invalid('credential', why))
    }
    const headers = draft.headers ?? before?.headers ?? {}
    return ok({ ...draft, id: draft.id ?? this.#newId(), credential, headers })
  }

  async saveAccount(draft: AccountDraft, storage: Storage): Promise<Result<Account>> {
    if (this.#kind !== 'own') return err(notHere())
    const config = this.complete(draft)
    if (!config.ok) return config
    const { credential, headers, ...rest } = config.value
    const secret = { credential, headers, ...sealedScopes(rest) }
    const read = this.#vault.read(rest.id)
    const before = read.ok ? read.value : null
    const secretTyped = draft.credential !== undefined || draft.headers !== undefined
    const secretChanged = secretTyped || !sameScopes(before, secret)
    if (secretChanged) {
      const written = await this.#vault.write(rest.id, secret, storage)
      if (!written.ok) return written
    }
    const account: StoredAccount = withoutPersonal({ ...rest, headerNames: Object.keys(headers) })
    const others = this.#file.content.accounts
    const exists = others.some((other) => other.id === account.id)
    const stored = await this.#store(
      exists ? others.map((other) => (other.id === account.id ? account : other)) : [...others, account],
    )
    if (stored.ok) return ok(this.#ownView(account))
    // The stored account still has its old address; a new secret must not go there.
    if (secretTyped) await this.#vault.remove(account.id)
    else if (secretChanged && before) await this.#vault.write(account.id, before, storage)
    return stored
  }

  /** The accounts as they are stored, without secrets; `null`: they come from outside. */
  stored(): readonly StoredAccount[] | null {
    return this.#kind === 'own' ? this.#file.content.accounts : null
  }

  /** Whether the key of an account is there. */
  hasKey(id: string): boolean {
    const secret = this.#vault.read(id)
    return secret.ok && secret.value !== null
  }

  /** Whether the vault has something under this name, or an account is called so. */
  isTaken(id: string): boolean {
    const secret = this.#vault.read(id)
    return !secret.ok || secret.value !== null || this.#ownAccounts().some((account) => account.id === id)
  }

  /**
   * Puts an account from a backup in the place of the one with its ID, or adds it. What it has of a secret (its key, a customer's
   * scopes) stays only where its service stays the same; else it has none until the person enters it.
   */
  async restoreAccount(account: StoredAccount): Promise<Result<undefined>> {
    if (this.#kind !== 'own') return err(notHere())
    const known = this.#find(account.id)
    const before = known.ok ? known.value : null
    const bare = withoutPersonal({ ...account, headerNames: [] })
    if (before?.credential && sameService(before, bare)) {
      const { headerNames: _, ...rest } = bare
      const personal = before.scopes.filter((scope) => isPersonalScope(before.provider, scope))
      const saved = await this.saveAccount({ ...rest, scopes: [...bare.scopes, ...personal] }, 'keychain')
      return saved.ok ? ok(undefined) : saved
    }
    // First: whatever is left of a secret must not go to another address.
    if (before) await this.#vault.remove(account.id)
    const others = this.#file.content.accounts
    return this.#store(before ? others.map((each) => (each.id === bare.id ? bare : each)) : [...others, bare])
  }

  async enableAccount(id: string, enabled: boolean): Promise<Result<undefined>> {
    if (this.#kind !== 'own') {
      // For this run: a managed account that is too loud can be silenced without touching the file it came from.
      if (!this.#managed.accounts.some((account) => account.id === id)) return err(notFound())
      const accounts = this.#managed.accounts.map((a) => (a.id === id ? { ...a, enabled } : a))
      this.#managed = { ...this.#managed, accounts }
      return ok(undefined)
    }
    const { accounts } = this.#file.content
    if (!accounts.some((account) => account.id === id)) return err(notFound())
    return this.#store(accounts.map((account) => (account.id === id ? { ...account, enabled } : account)))
  }

  async removeAccount(id: string): Promise<Result<undefined>> {
    if (this.#kind !== 'own') return err(notHere())
    const { accounts } = this.#file.content
    if (!accounts.some((account) => account.id === id)) return err(notFound())
    const stored = await this.#store(accounts.filter((account) => account.id !== id))
    if (stored.ok) await this.#vault.remove(id)
    return stored
  }

  async saveSettings(changes: Partial<Settings>): Promise<Result<Settings>> {
    const { accounts, settings } = this.#file.content
    const stored = await this.#store(accounts, { ...settings, ...changes })
    if (!stored.ok) return stored
    this.#changes = { ...this.#changes, ...changes }
    return ok(this.settings())
  }

  /** Moves customers' keys and ids that an earlier version left in settings.json to the vault. */
  async sealScopes(): Promise<void> {
    for (const account of this.#ownAccounts()) {
      const secret = this.#vault.read(account.id)
      const sealed = sealedScopes(account)
      if (!sealed.scopes || !secret.ok || !secret.value) continue
      const written = await this.#vault.write(account.id, { ...secret.value, ...sealed }, 'keychain')
      if (written.ok)
        await this.#store(
          this.#file.content.accounts.map((a) => (a.id === account.id ? withoutPersonal(a) : a)),
        )
    }
  }

  /** Replaces a managed workspace (the demo services came up again) or says why there is none. */
  manage(workspace: Result<ManagedWorkspace>): void {
    this.#managedProblem = workspace.ok ? null : workspace.error
    this.#managed = workspace.ok ? workspace.value : noWorkspace
  }

  /** The stored accounts, where the workspace is the person's own. */
  #ownAccounts(): readonly StoredAccount[] {
    return this.#kind === 'own' ? this.#file.content.accounts : []
  }

  #allConfigs(): AccountConfig[] {
    return this.#kind === 'own'
      ? this.#ownAccounts().flatMap((account) => this.#withSecret(account) ?? [])
      : this.#managed.accounts
  }

  #withSecret(account: StoredAccount): AccountConfig | null {
    const secret = this.#vault.read(account.id)
    if (!secret.ok || !secret.value) return null
    const { headerNames: _, ...rest } = account
    return { ...rest, ...secret.value, scopes: scopesOf(account, secret.value) }
  }

  #ownView(account: StoredAccount): Account {
    const secret = this.#vault.read(account.id)
    const known = secret.ok ? secret.value : null
    return { ...account, scopes: scopesOf(account, known), hasCredential: known !== null }
  }

  #problem(): AppError | null {
    if (this.#managedProblem) return this.#managedProblem
    const unusable = this.#file.problem ?? this.#vault.problem
    if (unusable) return unusable
    const unread = this.#ownAccounts().find((account) => !this.#vault.read(account.id).ok)
    if (!unread) return null
    const message = workspaceText.keyUnreadable(unread.label)
    return { kind: 'keychain', message }
  }

  async #store(
    accounts: StoredAccount[],
    settings = this.#file.content.settings,
  ): Promise<Result<undefined>> {
    const before = this.#file.content
    try {
      await this.#file.save({ ...before, accounts, settings })
      return ok(undefined)
    } catch {
      await this.#file.save(before).catch(() => undefined)
      return err(fileError())
    }
  }

  /** The account as it is now; `credential` is empty where its secret is not there. */
  #find(id: string | null): Result<AccountConfig | null> {
    if (id === null) return ok(null)
    const config = this.#allConfigs().find((account) => account.id === id)
    if (config) return ok(config)
    const stored = this.#ownAccounts().find((account) => account.id === id)
    if (!stored) return err(notFound())
    const { headerNames: _, ...rest } = stored
    return ok({ ...rest, credential: '', headers: {} })
  }
}

/** What an account watches: stored whole with its secrets if any of it is. */
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
function sameService(before: AccountConfig, draft: Pick<AccountDraft, 'provider' | 'baseUrl'>): boolean {
  return (
    before.provider === draft.provider && new URL(before.baseUrl).origin === new URL(draft.baseUrl).origin
  )
}

const invalid = (path: string, message: string): AppError => ({ kind: 'invalid', path, message })

const notHere = (): AppError => ({ kind: 'unsupported', message: workspaceText.accountsFromOutside })

const notFound = (): AppError => ({ kind: 'not-found', message: workspaceText.accountGone })

const fileError = (): AppError => ({
  kind: 'config',
  path: 'settings.json',
  message: workspaceText.settingsNotWritten,
})
