import type { RequestsOf } from '../../../shared/contract'
import type { CurlSubject } from '../../../shared/curl'
import type { ScopeHealth } from '../../../shared/health'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import type { Clock } from '../../clock'
import type { Bulk } from '../actions/bulk'
import type { WatchedAccount } from '../monitor/watched-account'
import type { ListFailure, Provider } from '../providers/provider'
import { recordingProvider } from '../providers/registry'
import type { KnownSessions } from '../sessions/known-sessions'
import { bulkCommand } from './curl-bulk'
import { curlCommand, fromFile, withoutSecrets } from './curl-command'

type CurlRequests = Extract<RequestsOf<'watch'>, 'curl.of'>

/** A terminal's size where no window says one. */
const usualSize = { cols: 80, rows: 24 }

/** What is requested of which account. */
type Call = { accountId: string; run(provider: Provider): Promise<Result<unknown, AppError | ListFailure>> }

/** The accounts that are watched now, and the health of their scopes. */
type CurlAccounts = {
  get(accountId: string): Pick<WatchedAccount, 'account'> | undefined
  health(): readonly Pick<ScopeHealth, 'key' | 'accountId' | 'scope'>[]
}

/**
 * Answers the window's requests for a command line. The provider's own call writes its HTTP request down instead of
 * sending it, so that the command is what the app sends; the secrets never come near it.
 */
export function curlHandlers(
  clock: Clock,
  sessions: Pick<KnownSessions, 'get'>,
  monitor: CurlAccounts,
  bulk: Pick<Bulk, 'plan'>,
): Handlers<CurlRequests> {
  const { signal } = new AbortController()
  const accountOf = (accountId: string) => monitor.get(accountId)?.account
  const callOf = (subject: Exclude<CurlSubject, { kind: 'bulk' }>): Call | null => {
    switch (subject.kind) {
      case 'heartbeat': {
        const found = monitor.health().find(({ key }) => key === subject.scopeKey)
        const options = { signal, cursor: null, maxRequests: 1 }
        return found
          ? { accountId: found.accountId, run: (provider) => provider.listSessions(found.scope, options) }
          : null
      }
      case 'lookup':
        return of(subject, (provider) => provider.lookup(subject.question, signal))
      case 'statistics':
        return of(subject, (provider) => provider.statistics?.(subject.period, signal))
      case 'terminal':
        return of(subject, ({ terminals }) => terminals?.create(subject.machineId, usualSize))
      case 'script':
        return of(subject, ({ scripts }) => scripts?.info(subject.scriptId, signal))
      case 'script-executions':
        return of(subject, ({ scripts }) => scripts?.executions(subject.scriptId, signal))
      case 'script-edit':
        return of(subject, ({ scripts }) => scripts?.edit(subject.scriptId, subject.edit))
      case 'script-toggle':
        return of(subject, ({ scripts }) => scripts?.toggle(subject.scriptId, subject.enabled))
      case 'script-update':
        return of(subject, ({ scripts }) => scripts?.update(subject.scriptId, fromFile))
      case 'script-remove':
        return of(subject, ({ scripts }) => scripts?.remove(subject.scriptId))
    }
    const row = sessions.get(subject.key)
    if (!row) return null
    switch (subject.kind) {
      case 'details':
        return of(row, (provider) => provider.details(row, signal))
      case 'logs':
        return of(row, (provider) => provider.logs?.(row.id, subject.format, signal))
      case 'message':
        return of(row, (provider) => provider.message(row, subject.message))
      case 'disconnect':
        return of(row, (provider) => provider.disconnect(row))
    }
  }
  return {
    async 'curl.of'(subject) {
      if (subject.kind === 'bulk') {
        const plan = bulk.plan(subject.planId)
        return plan ? bulkCommand(plan, accountOf, clock) : err(tooOld())
      }
      const call = callOf(subject)
      const account = call && accountOf(call.accountId)
      if (!call || !account) return err(notWatched())
      const { provider, recorded } = recordingProvider(account, withoutSecrets(account), clock)
      const result = await call.run(provider)
      const [first] = recorded
      if (first) return ok(curlCommand(new URL(account.baseUrl).origin, first))
      return err(result.ok ? noRequest() : reasonOf(result.error))
    },
  }
}

/** The call of an account's provider, where its service has it. */
const of = (
  { accountId }: { accountId: string },
  ask: (provider: Provider) => ReturnType<Call['run']> | undefined,
): Call => ({ accountId, run: async (provider) => ask(provider) ?? err(noRequest()) })

/** A heartbeat's failure has its error inside. */
const reasonOf = (failure: AppError | ListFailure): AppError => ('error' in failure ? failure.error : failure)

const notWatched = (): AppError => ({
  kind: 'not-found',
  message: watchRequestsText.curlNotWatched,
})

const tooOld = (): AppError => ({
  kind: 'not-found',
  message: watchRequestsText.curlTooOld,
})

const noRequest = (): AppError => ({
  kind: 'unsupported',
  message: watchRequestsText.curlNothing,
})
