import { isDeepStrictEqual } from 'node:util'
import type { SessionCounts } from '../../../shared/list/window'
import { scriptKey } from '../../../shared/script-facts'
import type { RosterRow } from '../../../shared/session'

type AccountCounts = { total: number; readonly scripts: Map<string, number> }

/** How many sessions each account and each script has, kept as rows come and go: 50,000 are never counted anew. */
export class RowCounts {
  /** By the services' own ids: the key of a script is put together when somebody asks, not for each of its sessions. */
  readonly #accounts = new Map<string, AccountCounts>()
  #told: SessionCounts = { accounts: {}, scripts: {} }
  #isOld = false

  add(row: RosterRow): void {
    this.#count(row, 1)
  }

  /** `row` as it was added. */
  remove(row: RosterRow): void {
    this.#count(row, -1)
  }

  /** Those that have any; the same object until a number is another. */
  get value(): SessionCounts {
    if (!this.#isOld) return this.#told
    this.#isOld = false
    const counted = this.#read()
    // As many may have come as left.
    if (!isDeepStrictEqual(counted, this.#told)) this.#told = counted
    return this.#told
  }

  #count({ accountId, scriptId }: RosterRow, by: 1 | -1): void {
    this.#isOld = true
    let account = this.#accounts.get(accountId)
    if (!account) {
      account = { total: 0, scripts: new Map() }
      this.#accounts.set(accountId, account)
    }
    account.total += by
    if (account.total === 0) this.#accounts.delete(accountId)
    if (scriptId === null) return
    const count = (account.scripts.get(scriptId) ?? 0) + by
    if (count === 0) account.scripts.delete(scriptId)
    else account.scripts.set(scriptId, count)
  }

  #read(): SessionCounts {
    const accounts: Record<string, number> = {}
    const scripts: Record<string, number> = {}
    for (const [accountId, account] of this.#accounts) {
      accounts[accountId] = account.total
      for (const [scriptId, count] of account.scripts) scripts[scriptKey({ accountId, scriptId })] = count
    }
    return { accounts, scripts }
  }
}
