import errors from 'undici/lib/core/errors.js'
import type { AppError } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
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

const seconds = (ms: number) => Math.round(ms / 100) / 10

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
  deadline: ({ timeoutMs }) => exchangeText.noAnswer(seconds(timeoutMs)),
  cancelled: () => exchangeText.notWaitedFor,
  'too-large': () => exchangeText.tooMuch,
  dns: () => exchangeText.unknownName,
  arguments: () => exchangeText.notBuilt,
  garbage: () => exchangeText.noHttp,
  dropped: () => exchangeText.hungUp,
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
  message: exchangeText.proxy(who, proxy, message),
})

/** For a cause after which the outcome of an action is open. */
export const unknownOutcome = (who: string, what: string): AppError => ({
  kind: 'outcome-unknown',
  message: exchangeText.unknownOutcome(who, what),
})

function notConnected(code: string): string {
  if (code === 'ECONNREFUSED') return exchangeText.refusedConnection
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') return exchangeText.notReachedInTime
  return exchangeText.notReached
}

/** A failure without a whole answer, as one error that says what happened and what to do. */
export function wireError(about: About, stage: Stage, cause: unknown): AppError {
  const { who } = about
  const why = classify(cause)
  const trouble = troubleOf(cause)
  const what = trouble?.what ?? happened[why](about)
  if (stage !== 'connecting' && !about.repeatable) return unknownOutcome(who, what)
  if (trouble) return { kind: 'tls', message: exchangeText.tls(who, what, trouble.advice) }
  if (cause instanceof ProxyFailure) return proxyFailed(about, cause)
  switch (why) {
    case 'cancelled':
      return { kind: 'cancelled', message: exchangeText.stopped(who) }
    case 'deadline':
      return {
        kind: 'timeout',
        message: exchangeText.timeout(who, what),
      }
    case 'too-large':
      return { kind: 'too-large', message: exchangeText.checkAddress(who, what) }
    case 'dns':
      return {
        kind: 'dns',
        message: exchangeText.checkInternet(who, what),
      }
    case 'arguments':
      return { kind: 'invalid', path: 'headers', message: exchangeText.checkBoth(who, what) }
    case 'garbage':
      // The parser's word for a body whose last chunk never came.
      if (stage === 'reading') break
      return { kind: 'network', message: exchangeText.checkProxy(who, what) }
    case 'dropped':
      break
  }
  if (stage === 'reading')
    return {
      kind: 'truncated',
      message: exchangeText.truncated(who),
    }
  const code = errorCode(cause)
  const failed = stage === 'connecting' ? notConnected(code) : what
  const proven = code ? exchangeText.withProof(failed, code) : failed
  return { kind: 'network', message: exchangeText.network(who, proven) }
}

/** A whole answer that cannot be used. */
export function unusable(
  about: About,
  kind: 'not-json' | 'truncated' | 'too-large' | 'bad-shape',
  what: string,
): AppError {
  if (!about.repeatable) return unknownOutcome(about.who, what)
  return { kind, message: exchangeText.unusable(about.who, what) }
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
  unusable(about, 'not-json', status === 304 ? exchangeText.nothingChanged : exchangeText.noData(status))

/** A redirect. `to` has no query: it may hold a secret. */
export function redirected({ who, repeatable }: About, status: number, to: string): AppError {
  const what = exchangeText.redirect(to)
  if (!repeatable && leavesOpen(status))
    return unknownOutcome(who, exchangeText.withProof(what, String(status)))
  return {
    kind: 'redirected',
    to,
    message: exchangeText.redirected(who, what),
  }
}

/** 429. Nothing took effect. */
export function rateLimited({ who }: About, retryAfterMs: number | null): AppError {
  const message =
    retryAfterMs === null
      ? exchangeText.tooManySoon(who)
      : exchangeText.tooMany(who, Math.ceil(retryAfterMs / 1000))
  return { kind: 'rate-limited', retryAfterMs, message }
}

/** An error status beside `success: true`: one of the two is not true. */
export const contradicted = (about: About, status: number): AppError =>
  unknownOutcome(about.who, exchangeText.contradiction(status))

/**
 * A refusal by status or by `success: false`; `refusal` are the service's words, already cleaned. Of a request that must
 * not be repeated it is one only where the answer says that nothing happened.
 */
export function refused(about: About, status: number, refusal: Refusal | null): AppError {
  const { who, repeatable } = about
  const said = refusal?.text.replace(/[.!]+$/, '') ?? ''
  const words = said && exchangeText.quoted(said)
  if (!repeatable && (leavesOpen(status) || brokeDown.test(said)))
    return unknownOutcome(who, `${exchangeText.ownError(status)}${words}`)
  if (status === 401)
    return {
      kind: 'unauthorized',
      message: exchangeText.unauthorized(who, words, about.credentialAdvice),
    }
  if (status === 403)
    return { kind: 'forbidden', message: exchangeText.forbidden(who, words, about.credentialAdvice) }
  if (status === 404)
    return {
      kind: 'not-found',
      message: exchangeText.notFound(who, words),
    }
  if (status >= 500)
    return {
      kind: 'unavailable',
      status,
      message: exchangeText.unavailable(who, status, words),
    }
  return {
    kind: 'refused',
    status,
    code: refusal?.code ?? null,
    details: refusal?.details ?? '',
    message: exchangeText.refused(who, status, words),
  }
}
