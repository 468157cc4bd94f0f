import type { Evidence } from '../../../shared/health'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Session } from '../../../shared/session'
import { exchangeText } from '../../../shared/text/exchange'
import type { Clock } from '../../clock'
import type { Reply } from './http'
import type { Gap, ListFailure, ScopeAnswer } from './provider'
import { type Items, mostRows } from './readers'

/** Drops the proof from a reply. */
export const plain = <T>(reply: Reply<T>): Result<T> =>
  reply.ok ? { ok: true, value: reply.value } : { ok: false, error: reply.error }

/** The session left before the action. */
export const gone = (service: string): AppError => ({
  kind: 'gone',
  message: exchangeText.gone(service),
})

/** This provider cannot do that. */
export const unsupported = (message: string): Result<never> => ({
  ok: false,
  error: { kind: 'unsupported', message },
})

/** A question that another service answers. */
export const otherService = (service: string): Result<never> =>
  unsupported(exchangeText.otherService(service))

/** Whether a session is live, by what its own endpoint says: one that is not known any more is not. */
export function liveByInfo<T>(reply: Reply<T>, isLive: (info: T) => boolean = () => true): Result<boolean> {
  if (reply.ok) return ok(isLive(reply.value))
  return reply.error.kind === 'gone' ? ok(false) : plain(reply)
}

/** The proof where nothing was asked. */
export const notAsked = (clock: Clock): Evidence => ({
  asked: exchangeText.askedNothing,
  at: clock.now(),
  answer: exchangeText.notAsked,
})

/** A scope of a kind that the provider does not have. */
export const unwatchable = (message: string, clock: Clock): ListFailure => ({
  error: { kind: 'unsupported', message },
  evidence: notAsked(clock),
})

/** What was read before a page failed counts, and the sweep goes on there. */
export const interrupted = ({ error, evidence }: ListFailure): Gap => ({
  scriptId: null,
  words: exchangeText.interrupted(error.message),
  evidence,
  blind: false,
})

/** A service lists more than the list may hold. `all`: how many it lists, where that is known. */
export const tooMany = (service: string, all: number | null): Gap => ({
  scriptId: null,
  words:
    all === null ? exchangeText.listsMore(service, mostRows) : exchangeText.listsMany(service, all, mostRows),
  evidence: null,
  blind: false,
})

/** The heartbeat of a service that lists a whole scope in one answer. `service`: its name. */
export function wholeAnswer(
  service: string,
  { evidence, ...result }: Reply<Items<Session>>,
): Result<ScopeAnswer, ListFailure> {
  if (!result.ok) return err({ error: result.error, evidence })
  const { items, unreadable, beyond, odd } = result.value
  return ok({
    sessions: items,
    next: null,
    progress: { done: items.length, total: items.length },
    unreadable,
    unsure: unreadable > 0 ? 'everybody' : 'nobody',
    gaps: beyond > 0 ? [tooMany(service, items.length + unreadable + beyond)] : [],
    odd,
    requests: 1,
    evidence,
  })
}

/** A sweep over pages that listed sessions, of which none could be read: not the same as nobody being there. */
export const noneReadable = (service: string, evidence: Evidence): ListFailure => ({
  error: {
    kind: 'bad-shape',
    message: exchangeText.noneReadable(service),
  },
  evidence,
})
