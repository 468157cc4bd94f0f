import { errors } from 'undici'
import type { AppError } from '../../../shared/result'
import { SocksRefusal } from '../../socks'
import { type Stage, TooLarge } from './wire'

/** Our deadline passed; the cause of an abort. */
export class Deadline extends Error {}

/** Somebody stopped it; the cause of an abort. */
export class Cancelled extends Error {}

/** What a service said when it said no, in its own words. */
export type Refusal = {
  code: number | string | null
  text: string
  /** Further fields of the service's error. */
  details: Record<string, unknown>
}

/** Whom and what a failure is about. */
export type About = {
  /** Such as `LuaProt (Hub)`. */
  who: string
  /** Whether the request may be sent again without harm; if not, a lost answer leaves the outcome unknown. */
  repeatable: boolean
  timeoutMs: number
  /** What to do about a refused credential. */
  credentialAdvice: string
}

const codeOf = (cause: unknown): string => {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return ''
  return typeof cause.code === 'string' ? cause.code : ''
}

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`

const dnsCodes = /^(ENOTFOUND|EAI_)/
const tlsCodes =
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|EPROTO|UND_ERR_PRX_TLS)/

type Cause = 'deadline' | 'cancelled' | 'too-large' | 'dns' | 'tls' | 'arguments' | 'garbage' | 'dropped'

function classify(cause: unknown): Cause {
  if (cause instanceof Deadline) return 'deadline'
  if (cause instanceof TooLarge) return 'too-large'
  if (cause instanceof Cancelled) return 'cancelled'
  if (cause instanceof errors.InvalidArgumentError) return 'arguments'
  const code = codeOf(cause)
  if (dnsCodes.test(code)) return 'dns'
  if (tlsCodes.test(code)) return 'tls'
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') return 'garbage'
  return 'dropped'
}

const happened: Record<Cause, (about: About) => string> = {
  deadline: ({ timeoutMs }) => `did not answer within ${seconds(timeoutMs)}`,
  cancelled: () => 'was not waited for any longer',
  'too-large': () => 'sent more data than any honest answer holds',
  dns: () => 'has a host name that cannot be found',
  tls: () => 'has a certificate or an encryption that this machine does not accept',
  arguments: () => 'got nothing: the request could not be built from the account’s address and headers',
  garbage: () => 'answered something that is not HTTP',
  dropped: () => 'closed the connection without a whole answer',
}

/** For a cause after which the outcome of an action is open. */
const unknownOutcome = (who: string, what: string): AppError => ({
  kind: 'outcome-unknown',
  message: `${who} ${what}, so it is not known whether the action took effect. Look at the session before you try again.`,
})

const beforeSending: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  UND_ERR_CONNECT_TIMEOUT: 'could not be reached within 10 s',
}

/** A failure without a whole answer, as one error that says what happened and what to do. */
export function wireError(about: About, stage: Stage, cause: unknown): AppError {
  const { who } = about
  const why = classify(cause)
  const what = happened[why](about)
  if (stage !== 'connecting' && !about.repeatable) return unknownOutcome(who, what)
  switch (why) {
    case 'cancelled':
      return { kind: 'cancelled', message: `The request to ${who} was stopped.` }
    case 'deadline':
      return {
        kind: 'timeout',
        message: `${who} ${what}. Check the connection and the service’s status; it is asked again later.`,
      }
    case 'too-large':
      return { kind: 'too-large', message: `${who} ${what}. Check the account’s address.` }
    case 'dns':
      return {
        kind: 'dns',
        message: `${who} ${what}. Check the internet connection and the account’s address.`,
      }
    case 'tls':
      return {
        kind: 'tls',
        message: `${who} ${what} (${codeOf(cause)}). Check the account’s address, this machine’s clock and any proxy that opens encrypted traffic.`,
      }
    case 'arguments':
      return { kind: 'invalid', path: 'headers', message: `${who} ${what}. Check both.` }
    case 'garbage':
      // The parser's word for a body whose last chunk never came.
      if (stage === 'reading') break
      return { kind: 'network', message: `${who} ${what}. Check the account’s address and the proxy.` }
    case 'dropped':
      break
  }
  if (stage === 'reading')
    return {
      kind: 'truncated',
      message: `The answer of ${who} ended in the middle. Check the connection; it is asked again later.`,
    }
  if (cause instanceof SocksRefusal)
    return {
      kind: 'network',
      message: `${who} cannot be reached: the system’s proxy ${cause.message}. Check the proxy.`,
    }
  const connecting = stage === 'connecting' ? (beforeSending[codeOf(cause)] ?? 'cannot be reached') : what
  const code = codeOf(cause)
  return {
    kind: 'network',
    message: `${who} ${connecting}${code ? ` (${code})` : ''}. Check the internet connection, the proxy and the account’s address.`,
  }
}

/** A whole answer that cannot be used. */
export function unusable(about: About, kind: 'not-json' | 'truncated' | 'bad-shape', what: string): AppError {
  if (!about.repeatable) return unknownOutcome(about.who, what)
  return { kind, message: `${about.who} ${what}. Check the account’s address and the service’s status.` }
}

/** A redirect. `to` has no query: it may hold a secret. */
export const redirected = ({ who }: About, to: string): AppError => ({
  kind: 'redirected',
  to,
  message: `${who} answered with a redirect${to ? ` to ${to}` : ''}. It was not followed, so that the key goes nowhere else. Correct the account’s address.`,
})

/** 429. Nothing took effect. */
export function rateLimited({ who }: About, retryAfterMs: number | null): AppError {
  const when = retryAfterMs === null ? 'shortly' : `in ${Math.ceil(retryAfterMs / 1000)} s`
  return {
    kind: 'rate-limited',
    retryAfterMs,
    message: `${who} has had too many requests with this key and refused this one. Try again ${when}.`,
  }
}

/** The gateway passed the request on and gave up waiting for the service behind it. */
const gatewayGaveUp = new Set([504, 524])

/** A refusal by status or by `success: false`; `refusal` are the service's words, already cleaned. */
export function refused(about: About, status: number, refusal: Refusal | null): AppError {
  const { who, repeatable } = about
  const words = refusal?.text ? `: “${refusal.text.replace(/[.!]+$/, '')}”` : ''
  if (status === 401)
    return {
      kind: 'unauthorized',
      message: `${who} does not accept the key (401)${words}. ${about.credentialAdvice}`,
    }
  if (status === 403)
    return { kind: 'forbidden', message: `${who} forbids this (403)${words}. ${about.credentialAdvice}` }
  if (status === 404)
    return {
      kind: 'not-found',
      message: `${who} knows nothing there (404)${words}. Check the id and the account’s address.`,
    }
  if (gatewayGaveUp.has(status) && !repeatable)
    return unknownOutcome(who, `gave up waiting for its own answer (${status})`)
  if (status >= 500)
    return {
      kind: 'unavailable',
      status,
      message: `${who} is in trouble itself (${status})${words}. Wait, and check the service’s status.`,
    }
  return {
    kind: 'refused',
    status,
    code: refusal?.code ?? null,
    details: refusal?.details ?? {},
    message: `${who} refused this (${status})${words}. Check what was asked for.`,
  }
}
