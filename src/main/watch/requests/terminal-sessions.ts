import type { AccountConfig } from '../../../shared/account'
import type { RequestsOf } from '../../../shared/contract'
import { sessionKey } from '../../../shared/ids'
import { type AppError, err, ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { TerminalActions, type TerminalActionsParts } from '../actions/terminal-actions'
import { notWatched } from '../monitor/not-watched'
import type { Provider } from '../providers/provider'
import type { OwnSessions } from '../sessions/own-sessions'

type TerminalRequests = Extract<RequestsOf<'watch'>, 'machine.createSession' | 'machine.endSession'>

/** An account that is watched, with its way to the service. */
type Watched = { account: AccountConfig; provider: Provider }

/** What sessions with a terminal depend on. `find`: a watched account by its id. */
type TerminalSessionsParts = TerminalActionsParts & {
  find(accountId: string): Watched | undefined
  own: Pick<OwnSessions<{ id: string }>, 'creating'>
}

/** Answers the shell's requests for sessions with a terminal; each is an action in the log. */
export function terminalSessionHandlers({
  find,
  own,
  ...parts
}: TerminalSessionsParts): Handlers<TerminalRequests> {
  const actions = new TerminalActions(parts)
  return {
    async 'machine.createSession'({ accountId, machineId, machineName, size }) {
      const watched = find(accountId)
      if (!watched) return err(notWatched(watchRequestsText.notWatchedTerminal))
      const { account, provider } = watched
      const terminals = provider.terminals
      if (!terminals) return err(noTerminals())
      const created = await own.creating(
        accountId,
        () =>
          actions.create(account, machineName, (departure) => terminals.create(machineId, size, departure)),
        (answer) => (answer.ok ? sessionKey(accountId, answer.value.sessionId) : null),
      )
      return created.ok ? ok({ baseUrl: account.baseUrl, ...created.value }) : created
    },
    async 'machine.endSession'({ accountId, sessionId, machineName }) {
      const watched = find(accountId)
      const terminals = watched?.provider.terminals
      if (!watched || !terminals) return err(notWatched(watchRequestsText.notWatchedTerminal))
      const ended = await actions.end(watched.account, sessionId, machineName, (departure) =>
        terminals.terminate(sessionId, departure),
      )
      // It ended by itself meanwhile, as wanted.
      return ended.ok || ended.error.kind === 'gone' ? ok(undefined) : ended
    },
  }
}

const noTerminals = (): AppError => ({ kind: 'unsupported', message: watchRequestsText.noTerminals })
