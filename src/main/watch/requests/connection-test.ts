import type { AccountConfig } from '../../../shared/account'
import type { AccountTest } from '../../../shared/contract'
import { err, ok, type Result } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import type { HeartbeatBudget, Provider } from '../providers/provider'

/**
 * Polls every scope of an account once, with a provider of its own that is closed afterwards. The first scope that
 * fails is the answer. Where a service says how many sessions there are, one page is enough to count them.
 */
export async function testConnection(
  account: AccountConfig,
  { provider, budget }: { provider: Provider; budget: HeartbeatBudget },
): Promise<Result<AccountTest>> {
  try {
    const seen = new Set<SessionKey>()
    let unread = 0
    let evidence = ''
    for (const scope of account.scopes) {
      const result = await provider.listSessions(scope, {
        signal: new AbortController().signal,
        cursor: null,
        maxRequests: Math.max(1, budget.heartbeatAllowance()),
      })
      if (!result.ok) return err(result.error.error)
      const { sessions, progress, evidence: proof } = result.value
      for (const session of sessions) seen.add(session.key)
      unread += Math.max(0, (progress.total ?? 0) - progress.done)
      evidence ||= `${proof.asked}: ${proof.answer}`
    }
    return ok({ sessions: seen.size + unread, scopes: account.scopes.length, evidence })
  } finally {
    await provider.close()
  }
}
