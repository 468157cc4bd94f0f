import type { AccountConfig, Scope, ScopeKey } from '../../../shared/account'
import type { RequestsOf } from '../../../shared/contract'
import type { CurlSubject } from '../../../shared/curl'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { RosterRow, SessionKey } from '../../../shared/session'
import type { Clock } from '../../clock'
import type { ListFailure, Provider } from '../providers/provider'
import { recordingProvider } from '../providers/registry'
import { curlCommand, withoutSecrets } from './curl-command'

type CurlRequests = Extract<RequestsOf<'watch'>, 'curl.of'>

/** What the commands need of the sessions and the accounts. */
type CurlDeps = {
  clock: Clock
  /** A session that is listed or was looked up. */
  row(key: SessionKey): RosterRow | undefined
  /** An account that is watched now. */
  account(accountId: string): AccountConfig | undefined
  scope(key: ScopeKey): { accountId: string; scope: Scope } | undefined
}

/** What is asked of which account. */
type Call = { accountId: string; run(provider: Provider): Promise<Result<unknown, AppError | ListFailure>> }

/**
 * Answers the window's wish for a request as a command line. The provider's own call writes the request down instead
 * of sending it, so that the command is what the app sends; the secrets never come near it.
 */
export function curlHandlers(deps: CurlDeps): Handlers<CurlRequests> {
  const { signal } = new AbortController()
  const callOf = (subject: CurlSubject): Call | null => {
    if (subject.kind === 'heartbeat') {
      const found = deps.scope(subject.scopeKey)
      const options = { signal, cursor: null, maxRequests: 1 }
      return found
        ? { accountId: found.accountId, run: (provider) => provider.listSessions(found.scope, options) }
        : null
    }
    if (subject.kind === 'lookup') {
      const { accountId, question } = subject
      return { accountId, run: (provider) => provider.lookup(question, signal) }
    }
    if (subject.kind === 'script') {
      const { accountId, scriptId } = subject
      return { accountId, run: async ({ scripts }) => scripts?.info(scriptId, signal) ?? err(noRequest) }
    }
    const row = deps.row(subject.key)
    if (!row) return null
    const { accountId } = row
    switch (subject.kind) {
      case 'details':
        return { accountId, run: (provider) => provider.details(row, signal) }
      case 'message':
        return { accountId, run: (provider) => provider.message(row, subject.message) }
      case 'disconnect':
        return { accountId, run: (provider) => provider.disconnect(row) }
    }
  }
  return {
    async 'curl.of'(subject) {
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

/** A heartbeat's failure has its error inside. */
const reasonOf = (failure: AppError | ListFailure): AppError => ('error' in failure ? failure.error : failure)

const notWatched: AppError = {
  kind: 'not-found',
  message: 'This session or its account is not watched now.',
}

const noRequest: AppError = {
  kind: 'unsupported',
  message: 'Nothing is asked for this: the list has everything that the service gives.',
}
