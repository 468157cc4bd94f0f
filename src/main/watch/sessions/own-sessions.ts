import type { RosterRow, SessionKey } from '../../../shared/session'

/** Rows that arrived while a session of ours was being created: one of them may be it. */
type Creation<A> = { accountId: string; held: { account: A; row: RosterRow; silent: boolean }[] }

/**
 * Knows the sessions that Sessiondeck created itself and keeps them from being announced. A heartbeat may list a new
 * session before its creation was answered; until then nobody of that account is announced.
 */
export class OwnSessions<A extends { id: string }> {
  readonly #announce: (account: A, rows: readonly RosterRow[], silent: boolean) => void
  readonly #ours = new Set<SessionKey>()
  readonly #creations = new Set<Creation<A>>()

  /** `announce` gets what is not ours. */
  constructor(announce: (account: A, rows: readonly RosterRow[], silent: boolean) => void) {
    this.#announce = announce
  }

  /** Runs a creation; `keyOf` names the session that its answer made, `null` for none. */
  async creating<T>(
    accountId: string,
    create: () => Promise<T>,
    keyOf: (answer: T) => SessionKey | null,
  ): Promise<T> {
    const creation: Creation<A> = { accountId, held: [] }
    this.#creations.add(creation)
    try {
      const answer = await create()
      const key = keyOf(answer)
      if (key !== null) this.#ours.add(key)
      return answer
    } finally {
      this.#creations.delete(creation)
      for (const { account, row, silent } of creation.held) this.arrived(account, [row], silent)
    }
  }

  /** Rows that arrived. */
  arrived(account: A, rows: readonly RosterRow[], silent: boolean): void {
    const others = rows.filter((row) => !this.#ours.has(row.key))
    const creation = [...this.#creations].find((open) => open.accountId === account.id)
    if (creation) creation.held.push(...others.map((row) => ({ account, row, silent })))
    else this.#announce(account, others, silent)
  }

  /** Rows that left. */
  left(rows: readonly RosterRow[]): void {
    const keys = new Set(rows.map((row) => row.key))
    for (const key of keys) this.#ours.delete(key)
    for (const creation of this.#creations)
      creation.held = creation.held.filter(({ row }) => !keys.has(row.key))
  }
}
