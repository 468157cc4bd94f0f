import type { AccountConfig } from '../../../shared/account'
import type { RequestsOf } from '../../../shared/contract'
import { type AppError, err, ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { sessionKey } from '../../../shared/session'
import { notWatched } from '../monitor/not-watched'
import type { Provider } from '../providers/provider'
import type { OwnSessions } from '../sessions/own-sessions'

type TerminalRequests = Extract<RequestsOf<'watch'>, 'vsay.create' | 'vsay.terminate'>

/** An account that is watched, with its way to the service. */
type Watched = { account: AccountConfig; provider: Provider }

/** Answers the shell's wishes for sessions with a terminal. `find`: a watched account by its id. */
export function terminalSessionHandlers(
  find: (accountId: string) => Watched | undefined,
  own: Pick<OwnSessions<{ id: string }>, 'creating'>,
): Handlers<TerminalRequests> {
  return {
    async 'vsay.create'({ accountId, machineId, size }) {
      const watched = find(accountId)
      if (!watched) return err(notWatched('open the terminal again'))
      const { account, provider } = watched
      const terminals = provider.terminals
      if (!terminals) return err(noTerminals)
      const created = await own.creating(
        accountId,
        () => terminals.create(machineId, size),
        (answer) => (answer.ok ? sessionKey(accountId, answer.value.sessionId) : null),
      )
      return created.ok ? ok({ baseUrl: account.baseUrl, ...created.value }) : created
    },
    async 'vsay.terminate'({ accountId, sessionId }) {
      const terminals = find(accountId)?.provider.terminals
      if (!terminals) return err(notWatched('open the terminal again'))
      const ended = await terminals.terminate(sessionId)
      // Ended by itself meanwhile: that is what was wanted.
      return ended.ok || ended.error.kind === 'gone' ? ok(undefined) : ended
    },
  }
}

const noTerminals: AppError = { kind: 'unsupported', message: 'This service has no terminals.' }
