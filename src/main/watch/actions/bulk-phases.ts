import type { Message, Outcome } from '../../../shared/action'
import type { BulkKind } from '../../../shared/bulk'
import { ok, type Result } from '../../../shared/result'
import type { RosterRow } from '../../../shared/session'
import { actingText } from '../../../shared/text/acting'
import type { Departure, MessageAnswer, Provider, WholeScope } from '../providers/provider'
import { type AccountPlan, mostAtOnce } from './bulk-plan'

/** The steps of a bulk action: a message, a disconnect, or the one after the other. */
export type PhaseKind = 'message' | 'disconnect'

/** What a bulk action does, in its order. */
export const phasesOf = (kind: BulkKind): PhaseKind[] =>
  kind === 'message-disconnect' ? ['message', 'disconnect'] : [kind]

/** How a step of an account's part is sent: one request for the whole scope, or `size` sessions per request. */
export function requestSizeOf(
  { provider, wholeScope, addressed }: Pick<AccountPlan, 'provider' | 'wholeScope' | 'addressed'>,
  kind: BulkKind,
  phase: PhaseKind,
): { whole: WholeScope | null; size: number } {
  // The disconnect that follows a message is for those who got the message, not for those who came since.
  const whole = phase === kind || phase === 'message' ? wholeScope : null
  if (whole) return { whole, size: addressed.length }
  return { whole, size: phase === 'disconnect' && provider.disconnectMany ? mostAtOnce : 1 }
}

/** A list in parts of at most `size` items. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size))
  return parts
}

/** The sessions that one request is for, and the message to them. */
export type Asked = { row: RosterRow; message: Message | null }

/** The service's answer to one request: an outcome for all its sessions, or an error. */
export type Answer = Result<Outcome>

const tookMessage = (result: Result<MessageAnswer>): Answer => result

const tookCut = (result: Result<void>): Answer => (result.ok ? ok({ kind: 'accepted' }) : result)

/** Nobody was there: not a failure, and nothing happened. */
const nobody = (): Outcome => ({ kind: 'unsent', reason: actingText.nobodyThere })

const tookWhole = (result: Result<{ anybody: boolean }>, took: Outcome): Answer =>
  result.ok ? ok(result.value.anybody ? took : nobody()) : result

/** One request for all of `asked`, which are of one account and one step; the first has the message for all. */
export async function askTogether(
  provider: Provider,
  whole: WholeScope | null,
  phase: PhaseKind,
  asked: readonly Asked[],
  departure: Departure,
): Promise<Answer> {
  const [first] = asked
  if (!first) return ok(nobody())
  if (phase === 'disconnect') {
    if (whole) return tookWhole(await whole.disconnect(departure), { kind: 'accepted' })
    const many = provider.disconnectMany
    if (many && asked.length > 1) {
      const rows = asked.map(({ row }) => row)
      return tookCut(await many(rows, departure))
    }
    return tookCut(await provider.disconnect(first.row, departure))
  }
  if (!first.message) return ok({ kind: 'unsent', reason: actingText.nothingToSay })
  if (whole && first.message.kind === 'text')
    return tookWhole(await whole.message(first.message.text, departure), { kind: 'delivered' })
  return tookMessage(await provider.message(first.row, first.message, departure))
}
