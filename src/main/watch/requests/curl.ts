import type { AccountConfig, Scope, ScopeKey } from '../../../shared/account'
import type { RequestsOf } from '../../../shared/contract'
import type { CurlSubject } from '../../../shared/curl'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { Plan } from '../actions/bulk-plan'
import type { ListFailure, Provider } from '../providers/provider'
import { recordingProvider } from '../providers/registry'
import { bulkCommand } from './curl-bulk'
import { curlCommand, fromFile, withoutSecrets } from './curl-command'

type CurlRequests = Extract<RequestsOf<'watch'>, 'curl.of'>

/** What the commands depend on. */
type CurlDeps = {
  clock: Clock
  /** A session that is listed or was looked up. */
  row(key: SessionKey): RosterRow | undefined
  /** An account that is watched now. */
  account(accountId: string): AccountConfig | undefined
  scope(key: ScopeKey): { accountId: string; scope: Scope } | undefined
  /** A bulk action that was previewed. */
  plan(planId: string): Plan | undefined
}

/** A terminal's size where no window says one. */
const usualSize = { cols: 80, rows: 24 }

/** What is requested of which account. */
type Call = { accountId: string; run(provider: Provider): Promise<Result<unknown, AppError | ListFailure>> }

/**
 * Answers the window's requests for a command line. The provider's own call writes its HTTP request down instead of
 * sending it, so that the command is what the app sends; the secrets never come near it.
 */
export function curlHandlers(deps: CurlDeps): Handlers<CurlRequests> {
  const { signal } = new AbortController()
  const callOf = (subject: Exclude<CurlSubject, { kind: 'bulk' }>): Call | null => {
    switch (subject.kind) {
      case 'heartbeat': {
        const found = deps.scope(subject.scopeKey)
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
    const row = deps.row(subject.key)
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
        const plan = deps.plan(subject.planId)
        return plan ? bulkCommand(plan, deps.account, deps.clock) : err(tooOld)
      }
      const call = callOf(subject)
      const account = call && deps.account(call.accountId)
      if (!call || !account) return err(notWatched)
      const { provider, recorded } = recordingProvider(account, withoutSecrets(account), deps.clock)
      const result = await call.run(provider)
      const [first] = recorded
      if (first) return ok(curlCommand(new URL(account.baseUrl).origin, first))
      return err(result.ok ? noRequest : reasonOf(result.error))
    },
  }
}

/** The call of an account's provider, where its service has it. */
const of = (
  { accountId }: { accountId: string },
  ask: (provider: Provider) => ReturnType<Call['run']> | undefined,
): Call => ({ accountId, run: async (provider) => ask(provider) ?? err(noRequest) })

/** A heartbeat's failure has its error inside. */
const reasonOf = (failure: AppError | ListFailure): AppError => ('error' in failure ? failure.error : failure)

const notWatched: AppError = {
  kind: 'not-found',
  message: 'This session or its account is not watched now.',
}

const tooOld: AppError = {
  kind: 'not-found',
  message: 'This preview is too old. Look at whom it reaches now, then copy it.',
}

const noRequest: AppError = {
  kind: 'unsupported',
  message: 'Nothing is asked of the service for this.',
}
