import errors from 'undici/lib/core/errors.js'
import type { AppError } from '../../../shared/result'
import { errorCode } from '../../lib/errno'
import { onlyHttp2, type TlsTrouble, tlsTrouble } from '../../lib/tls-trouble'
import { ProxyFailure } from '../../lib/tunnel'
import { type Stage, TooLarge } from './wire'

/** Our deadline passed; the cause of an abort. */
export class Deadline extends Error {}

/** Somebody stopped it; the cause of an abort. */
export class Cancelled extends Error {}

/** What a service said when it said no, in its own words. */
export type Refusal = {
  code: number | string | null
  text: string
  /** Further fields of the service's error: JSON as text, bounded; '' for none. */
  details: string
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

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`

const dnsCodes = /^(ENOTFOUND|EAI_)/
type Cause = 'deadline' | 'cancelled' | 'too-large' | 'dns' | 'arguments' | 'garbage' | 'dropped'

function classify(cause: unknown): Cause {
  if (cause instanceof Deadline) return 'deadline'
  if (cause instanceof TooLarge) return 'too-large'
  if (cause instanceof Cancelled) return 'cancelled'
  if (cause instanceof errors.InvalidArgumentError) return 'arguments'
  const code = errorCode(cause)
  if (dnsCodes.test(code)) return 'dns'
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') return 'garbage'
  return 'dropped'
}

const happened: Record<Cause, (about: About) => string> = {
  deadline: ({ timeoutMs }) => `did not answer within ${seconds(timeoutMs)}`,
  cancelled: () => 'was not waited for any longer',
  'too-large': () => 'sent more data than any honest answer holds',
  dns: () => 'has a host name that cannot be found',
  arguments: () => 'got nothing: the request could not be built from the account’s address and headers',
  garbage: () => 'answered something that is not HTTP',
  dropped: () => 'closed the connection without a whole answer',
}

/** A server that speaks HTTP/2 whatever was agreed on begins with a frame of settings. */
const isSettingsFrame = (data: string) =>
  data.startsWith('\0\0') && data.charCodeAt(3) === 4 && data.slice(5, 9) === '\0\0\0\0'

/** What is wrong with the encryption, or with the protocol that was agreed on with it. */
function troubleOf(cause: unknown): TlsTrouble | null {
  const isHttp2 =
    cause instanceof errors.HTTPParserError && 'data' in cause && isSettingsFrame(String(cause.data))
  return isHttp2 ? onlyHttp2 : tlsTrouble(cause)
}

/** The proxy is to blame, not the service. */
const proxyFailed = ({ who }: About, { proxy, message }: ProxyFailure): AppError => ({
  kind: 'proxy',
  message: `${who} cannot be reached: the system’s proxy ${proxy} ${message}. Check the proxy in this machine’s network settings.`,
})

/** For a cause after which the outcome of an action is open. */
export const unknownOutcome = (who: string, what: string): AppError => ({
  kind: 'outcome-unknown',
  message: `${who} ${what}, so it is not known whether the action took effect. Check whether it did before you try again.`,
})

const beforeSending: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  ETIMEDOUT: 'could not be reached within 10 s',
  UND_ERR_CONNECT_TIMEOUT: 'could not be reached within 10 s',
}

/** A failure without a whole answer, as one error that says what happened and what to do. */
export function wireError(about: About, stage: Stage, cause: unknown): AppError {
  const { who } = about
  const why = classify(cause)
  const trouble = troubleOf(cause)
  const what = trouble?.what ?? happened[why](about)
  if (stage !== 'connecting' && !about.repeatable) return unknownOutcome(who, what)
  if (trouble) return { kind: 'tls', message: `${who} ${what}. ${trouble.advice}` }
  if (cause instanceof ProxyFailure) return proxyFailed(about, cause)
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
  const connecting = stage === 'connecting' ? (beforeSending[errorCode(cause)] ?? 'cannot be reached') : what
  const code = errorCode(cause)
  return {
    kind: 'network',
    message: `${who} ${connecting}${code ? ` (${code})` : ''}. Check the internet connection, the proxy and the account’s address.`,
  }
}

/** A whole answer that cannot be used. */
export function unusable(
  about: About,
  kind: 'not-json' | 'truncated' | 'too-large' | 'bad-shape',
  what: string,
): AppError {
  if (!about.repeatable) return unknownOutcome(about.who, what)
  return { kind, message: `${about.who} ${what}. Check the account’s address and the service’s status.` }
}

/** Client errors that tell of a wait that was given up, on whichever side, not of a request that was refused. */
const gaveUpWaiting: ReadonlySet<number> = new Set([408, 460, 499])
/** Server errors that say themselves that nothing was begun: no such method, no such HTTP, a network's own sign-in. */
const notBegun: ReadonlySet<number> = new Set([501, 505, 511])
/** Redirects that send the request itself elsewhere; the others may lead to what it brought about. */
const sentElsewhere: ReadonlySet<number> = new Set([301, 307, 308])

/**
 * Whether an answer with this status leaves open what a request brought about: a gateway and a service that broke down
 * both answer so after the work was done. Client errors are refusals.
 */
function leavesOpen(status: number): boolean {
  if (status >= 500) return !notBegun.has(status)
  if (status >= 400) return gaveUpWaiting.has(status)
  return status >= 300 && !sentElsewhere.has(status)
}

/** The words of a service that broke down in the middle, which come with any status. */
const brokeDown = /\b(internal|server|unexpected) error\b|\bsomething went wrong\b|\btim(ed|e)[ -]?out\b/i

const redirects = new Set([301, 302, 303, 307, 308])

/** Whether a status sends elsewhere. */
export const isRedirect = (status: number): boolean => redirects.has(status)

/** Another answer between 300 and 399, such as a cache's to somebody who keeps nothing. */
export const withoutData = (about: About, status: number): AppError =>
  unusable(
    about,
    'not-json',
    status === 304
      ? 'answered that nothing has changed (304), although nothing is kept that could have'
      : `answered without any data (${status})`,
  )

/** A redirect. `to` has no query: it may hold a secret. */
export function redirected({ who, repeatable }: About, status: number, to: string): AppError {
  const what = `answered with a redirect${to ? ` to ${to}` : ''}`
  if (!repeatable && leavesOpen(status)) return unknownOutcome(who, `${what} (${status})`)
  return {
    kind: 'redirected',
    to,
    message: `${who} ${what}. It was not followed, so that the key goes nowhere else. Correct the account’s address.`,
  }
}

/** 429. Nothing took effect. */
export function rateLimited({ who }: About, retryAfterMs: number | null): AppError {
  const when = retryAfterMs === null ? 'shortly' : `in ${Math.ceil(retryAfterMs / 1000)} s`
  return {
    kind: 'rate-limited',
    retryAfterMs,
    message: `${who} has had too many requests with this key and refused this one. Try again ${when}.`,
  }
}

/** An error status beside `success: true`: one of the two is not true. */
export const contradicted = (about: About, status: number): AppError =>
  unknownOutcome(about.who, `answered ${status}, an error, and in words that all went well`)

/**
 * A refusal by status or by `success: false`; `refusal` are the service's words, already cleaned. Of a request that must
 * not be repeated it is one only where the answer says that nothing happened.
 */
export function refused(about: About, status: number, refusal: Refusal | null): AppError {
  const { who, repeatable } = about
  const words = refusal?.text ? `: “${refusal.text.replace(/[.!]+$/, '')}”` : ''
  if (!repeatable && (leavesOpen(status) || brokeDown.test(words)))
    return unknownOutcome(who, `answered with an error of its own (${status})${words}`)
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
      message: `${who} knows nothing there (404)${words}. Check the ID and the account’s address.`,
    }
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
    details: refusal?.details ?? '',
    message: `${who} refused this (${status})${words}. Check what was asked for.`,
  }
}
