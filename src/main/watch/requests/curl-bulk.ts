import type { AccountConfig } from '../../../shared/account'
import type { CurlCommand } from '../../../shared/curl'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { actingText } from '../../../shared/text/acting'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import type { Clock } from '../../clock'
import { askTogether, chunks, type PhaseKind, phasesOf, requestSizeOf } from '../actions/bulk-phases'
import type { AccountPlan, Plan } from '../actions/bulk-plan'
import { recordingProvider } from '../providers/registry'
import type { FormedRequest, Sender } from '../providers/request-form'
import { curlCommand, quoted, withoutSecrets } from './curl-command'

/** Most requests as commands: nobody() reads more, and a shell would run them without the rate budget. */
const mostRequests = 100

type Writer = { account: AccountConfig; sender: Sender; plan: AccountPlan }

/** All requests of a plan as a shell's lines, in the order in which they would leave. `account`: one that is watched now. */
export async function bulkCommand(
  { draft, preview, accounts }: Plan,
  account: (accountId: string) => AccountConfig | undefined,
  clock: Clock,
): Promise<Result<CurlCommand>> {
  const requests = preview.accounts.reduce((sum, part) => sum + part.requests, 0)
  if (requests === 0) return err(nobody())
  if (requests > mostRequests) return err(tooMany(requests))
  const taken = new Set<string>()
  const writers = accounts.flatMap((plan): Writer[] => {
    const known = account(plan.account.id)
    return known ? [{ account: known, plan, sender: withoutSecrets(known, taken) }] : []
  })
  const lines: string[] = []
  const variables = new Set<string>()
  for (const phase of phasesOf(draft.kind)) {
    if (lines.length > 0 && draft.waitMs > 0) lines.push(`sleep ${Math.ceil(draft.waitMs / 1_000)}`)
    for (const writer of writers) {
      // Which token is whose. No comment: zsh, where a person types, would run what is in it.
      if (writers.length > 1) lines.push(`: ${quoted(writer.account.label.replace(/\p{C}/gu, ' '))}`)
      for (const request of await recorded(writer, draft, phase, clock)) {
        const line = curlCommand(new URL(writer.account.baseUrl).origin, request)
        lines.push(line.command)
        for (const variable of line.variables) variables.add(variable)
      }
    }
  }
  return ok({ command: lines.join('\n'), variables: [...variables] })
}

/** The requests of a step of an account's part, written down instead of sent. */
async function recorded(
  { account, sender, plan }: Writer,
  { kind, target }: Plan['draft'],
  phase: PhaseKind,
  clock: Clock,
): Promise<readonly FormedRequest[]> {
  const { provider, recorded } = recordingProvider(account, sender, clock)
  const isWhole = plan.wholeScope !== null && target.kind === 'scope'
  const wholeScope = isWhole ? (provider.wholeScope?.(target.scope) ?? null) : null
  const { whole, size } = requestSizeOf({ provider, wholeScope, addressed: plan.addressed }, kind, phase)
  const { signal } = new AbortController()
  for (const asked of chunks(plan.addressed, size))
    await askTogether(provider, whole, phase, asked, { signal, leaves: () => true })
  return recorded
}

const nobody = (): AppError => ({ kind: 'unsupported', message: actingText.nobody })

const tooMany = (requests: number): AppError => ({
  kind: 'too-large',
  message: watchRequestsText.curlTooMany(requests, mostRequests),
})
