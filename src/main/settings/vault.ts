import type { Scope } from '../../shared/account'
import type { Workspace } from '../../shared/contract'
import type { AppError, Result } from '../../shared/result'

/** The secrets of one account. `scopes`: all that it watches, where a customer's key or id is among it. */
export type Secret = { credential: string; headers: Record<string, string>; scopes?: readonly Scope[] }

/** Where secrets are kept. Messages of its errors never hold one. */
export type Vault = {
  /** Whether secrets can be kept beyond this run; `unknown` until the keychain was first asked for something. */
  readonly keychain: Workspace['keychain']
  /** Finds out whether secrets can outlive this run. The first time can be slow, and block this thread in an old Electron. */
  askKeychain(): Promise<'available' | 'unavailable'>
  /** Decrypts what earlier runs stored; until then nothing is there to be read. As slow as the first `askKeychain`. */
  open(): Promise<void>
  /** Why earlier secrets could not be used, if so. */
  readonly problem: AppError | null
  /** `null` where there is none; an error of kind `keychain` where there is one that cannot be read. */
  read(accountId: string): Result<Secret | null>
  /** `keychain` at rest, `memory` for this run only (a secret at rest is then removed). */
  write(accountId: string, secret: Secret, storage: 'keychain' | 'memory'): Promise<Result<undefined>>
  /** Forgets it everywhere. */
  remove(accountId: string): Promise<void>
}
