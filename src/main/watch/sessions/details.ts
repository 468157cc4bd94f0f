import { type AppError, err, type Result } from '../../../shared/result'
import type { RosterRow, SessionDetails, SessionKey } from '../../../shared/session'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { type Clock, Stopwatch } from '../../clock'
import type { WatchedAccounts } from '../monitor/watched-account'
import type { Provider } from '../providers/provider'
import { identitiesOf } from './identities'
import type { KnownSessions } from './known-sessions'

/** Age up to which details are not fetched again (they cost budget), ms. */
const freshMs = 30_000

const gone = (): AppError => ({ kind: 'gone', message: watchRequestsText.gone })

type Entry = {
  age: Stopwatch
  provider: Provider
  result: Promise<Result<SessionDetails>>
  /** `null` until they are there. */
  details: SessionDetails | null
}

/** Fetches the details of sessions when somebody looks, and remembers them for a moment. */
export class Details {
  readonly #clock: Clock
  readonly #sessions: KnownSessions
  readonly #accounts: WatchedAccounts
  readonly #entries = new Map<SessionKey, Entry>()

  constructor(clock: Clock, sessions: KnownSessions, accounts: WatchedAccounts) {
    this.#clock = clock
    this.#sessions = sessions
    this.#accounts = accounts
  }

  /** Everything the provider gives about a session. `gone()` when nobody knows it any more. */
  async get(key: SessionKey): Promise<Result<SessionDetails>> {
    const row = this.#sessions.get(key)
    const provider = row && this.#accounts.get(row.accountId)?.provider
    if (!row || !provider) return err(gone())
    this.#forgetOld()
    const known = this.#entries.get(key)
    // An account that was set up anew has a new provider, which may see other things.
    if (known?.provider === provider) return known.result
    const result = provider.details(row, new AbortController().signal)
    const entry: Entry = { age: new Stopwatch(this.#clock), provider, result, details: null }
    this.#entries.set(key, entry)
    const settled = await result
    if (settled.ok) entry.details = settled.value
    else if (this.#entries.get(key) === entry) this.#entries.delete(key)
    return settled
  }

  /** The sessions whose details, fetched a moment ago, hold exactly this value. */
  holding(value: string): SessionKey[] {
    this.#forgetOld()
    const isThere = ({ details }: Entry) =>
      details?.sections.some((section) => section.fields.some((field) => field.value === value))
    return [...this.#entries].filter(([, entry]) => isThere(entry)).map(([key]) => key)
  }

  /** What was fetched of a session when somebody last looked, as long as it is remembered. */
  known(key: SessionKey): SessionDetails | null {
    return this.#entries.get(key)?.details ?? null
  }

  /** All that identifies a session's person, as far as anybody has looked. Personal. */
  identities(row: RosterRow): string[] {
    return identitiesOf(row, this.known(row.key))
  }

  #forgetOld(): void {
    for (const [key, { age }] of this.#entries) if (age.elapsedMs > freshMs) this.#entries.delete(key)
  }
}
