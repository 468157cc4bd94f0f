import type { AppError } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
import { wallsText } from '../../../shared/text/walls'
import { onlyHttp2 } from '../../lib/tls-trouble'
import { type About, unknownOutcome } from './failures'
import { retryAfterMs } from './server-wait'
import type { WireAnswer, WireHeaders } from './wire'

/** Something between us and a service answered in its place. */
type Wall = {
  /** Who it is; begins a sentence. */
  guard: string
  /** Why it stopped the request; `null`: nobody knows whether the service got it. */
  why: string | null
  /** Its own number for what happened, such as `error 1020`. */
  code?: string | undefined
  /** Its own id of this one refusal, such as `Ray ID 8f3a`. */
  reference?: string | undefined
  /** What a person can do: a sentence. */
  advice?: string
  /** Whether the same may pass later. */
  isPassing?: boolean
}

/** What a wall is known by. */
type Sight = {
  status: number
  headers: WireHeaders
  /** The beginning of the body. */
  text: string
  isPage: boolean
}

/** Length of the beginning of a page by which a wall is recognised, bytes. */
const sampleBytes = 64 * 1024

/**
 * The error of an answer that is not from the service: a firewall for websites, a proxy on the way or the network itself
 * gave it, and nobody has looked at the key. `null` where it is the service's own.
 */
export function stoppedByWall(about: About, answer: WireAnswer, now: number): AppError | null {
  const { status, headers, body } = answer
  const text = body.toString('latin1', 0, sampleBytes)
  const sight = { status, headers, text, isPage: /^[^\w"'{[]*</.test(text) }
  // What a service's own answer holds is not looked at: customers write in it.
  if (status === 200 && !sight.isPage && !headers.has('cf-mitigated')) return null
  if (wantsHttp2(sight))
    return { kind: 'tls', message: exchangeText.tls(about.who, onlyHttp2.what, onlyHttp2.advice) }
  for (const read of [network, cloudflare, otherGuard, proxyInBetween, webPage]) {
    const wall = read(sight)
    if (wall) return errorOf(about, wall, status, retryAfterMs(headers, now))
  }
  return null
}

function errorOf(about: About, wall: Wall, status: number, retryAfterMs: number | null): AppError {
  const { guard, why, code, reference, isPassing } = wall
  const proof = [status, code, reference].filter((part) => part !== undefined).join(', ')
  const { otherwise, otherwiseTelling } = wallsText
  const advice = wall.advice ?? (reference ? otherwiseTelling(reference) : otherwise)
  if (why === null)
    return about.repeatable
      ? { kind: 'blocked', message: wallsText.answerLost(about.who, proof, advice) }
      : unknownOutcome(wallsText.proxyTo(about.who), wallsText.noWholeAnswer(proof))
  const said = wallsText.stopped(guard, about.who, why, proof)
  return isPassing
    ? { kind: 'rate-limited', retryAfterMs, message: wallsText.later(said) }
    : { kind: 'blocked', message: `${said} ${advice}` }
}

/** What servers answer in HTTP/1.1 that speak HTTP/2 only: by the standard, and as Node's do. */
const wantsHttp2 = ({ status, headers, text }: Sight): boolean =>
  status === 505 ||
  (status === 426 && /\bh2\b/.test(headers.get('upgrade') ?? '')) ||
  (status === 403 && text.includes('ALPN Protocol, expected `h2`'))

/** Where a network wants a sign-in before it lets anything through. */
const network = ({ status }: Sight): Wall | null =>
  status === 511
    ? {
        guard: wallsText.thisNetwork,
        why: wallsText.wantsSignIn,
        advice: wallsText.signIn,
      }
    : null

/** What Cloudflare's error numbers say of the sender. */
const cloudflareErrors = (): Readonly<Record<string, string>> => ({
  1006: wallsText.banned,
  1007: wallsText.banned,
  1008: wallsText.banned,
  1009: wallsText.country,
  1010: wallsText.program,
  1016: wallsText.noService,
  1018: wallsText.noService,
  1033: wallsText.noService,
  1015: wallsText.tooMany,
  1020: wallsText.rule,
})
const tooMany = '1015'

const browserCheck = /challenge-platform|cf[-_]chl|Just a moment|Attention Required|you have been blocked/i

/** Its error as it says it to programs (a line, or JSON) and to people (a page). */
function cloudflareError({ text, isPage }: Sight): string | undefined {
  const line = /^\s*error code: (1\d{3})\b/i.exec(text)
  const json = /"cloudflare_error"\s*:\s*true/.test(text) && /"error_code"\s*:\s*(1\d{3})\b/.exec(text)
  const page =
    isPage &&
    /cloudflare/i.test(text) &&
    /(?:cf-error-code"[^>]*>|<title>[^<]*\berror )(1\d{3})\b/i.exec(text)
  return (line || json || page || [])[1]
}

function cloudflare(sight: Sight): Wall | null {
  const { headers, text, isPage } = sight
  const error = cloudflareError(sight)
  const checks =
    headers.has('cf-mitigated') || (isPage && /cloudflare/i.test(text) && browserCheck.test(text))
  if (!error && !checks) return null
  const [, written] = /(?:Ray ID:?|"ray_id"\s*:\s*")(?:\s|<[^>]*>)*([0-9a-f]{8,40})/i.exec(text) ?? []
  const ray = word(headers.get('cf-ray') ?? written)
  return {
    guard: 'Cloudflare',
    why: (error ? cloudflareErrors()[error] : wallsText.browserFirst) ?? wallsText.turnedAway,
    code: error && wallsText.error(error),
    reference: ray && wallsText.ray(ray),
    isPassing: error === tooMany,
  }
}

/** Other firewalls for websites, by a header of theirs or by their page, with where it has the id of a refusal. */
const guards: readonly { name: string; header?: [string, RegExp]; page?: RegExp; id?: RegExp }[] = [
  { name: 'Akamai', header: ['server', /^AkamaiGHost/], id: /Reference(?:\s|&#32;)*(?:#|&#35;)([\w.&#;]+)/ },
  { name: 'Imperva', page: /Incapsula incident ID/, id: /Incapsula incident ID:\s*([\d-]+)/ },
  { name: 'Sucuri', header: ['x-sucuri-block', /./], page: /Sucuri Website Firewall/ },
  { name: 'AWS WAF', header: ['x-amzn-waf-action', /./] },
  { name: 'Vercel', header: ['x-vercel-mitigated', /./] },
  { name: 'DDoS-Guard', header: ['server', /^ddos-guard/i] },
]

/** What a firewall answers with when it lets nothing through: with another status its header says only who passed it on. */
const guarded = new Set([202, 403, 405, 429, 503])

function otherGuard({ status, headers, text, isPage }: Sight): Wall | null {
  const isItsOwn = guarded.has(status) && (isPage || text.trim() === '')
  const guard = guards.find(
    ({ header: [name, value] = ['', /./], page }) =>
      (isItsOwn && value.test(headers.get(name) ?? '')) || (isPage && page?.test(text)),
  )
  const id = word(guard?.id?.exec(text)?.[1]?.replaceAll('&#46;', '.'))
  return guard
    ? { guard: guard.name, why: wallsText.nothingThrough, reference: id && wallsText.reference(id) }
    : null
}

/** What Squid's words for its errors say. The others come after the request may have gone on. */
const squidErrors = (): readonly [words: RegExp, why: string][] => [
  [/^ERR_CACHE_ACCESS_DENIED/, wallsText.proxySignIn],
  [/ACCESS_DENIED|^ERR_(BLOCKED|FORBIDDEN)/, wallsText.notAllowed],
  [/^ERR_(DNS_FAIL|CONNECT_FAIL|CANNOT_FORWARD)/, wallsText.notReached],
]

function proxyInBetween({ status, headers, text, isPage }: Sight): Wall | null {
  const [error] = /^ERR_[A-Z_]+/.exec(headers.get('x-squid-error') ?? '') ?? []
  const isSquid =
    error !== undefined ||
    /^squid/i.test(headers.get('server') ?? '') ||
    (isPage && /<title>ERROR: The requested URL could not be retrieved/.test(text))
  if (status < 400 || (!isSquid && status !== 407)) return null
  const known = squidErrors().find(([words]) => words.test(error ?? ''))?.[1]
  const asks = status === 407 ? wallsText.proxySignIn : null
  const denies = status === 403 ? wallsText.notAllowed : null
  return {
    guard: wallsText.proxy,
    why: known ?? asks ?? denies,
    code: error,
    advice: wallsText.askNetwork,
  }
}

/** A service whose answers are JSON forbids nothing with a web page. */
const webPage = ({ status, isPage }: Sight): Wall | null =>
  status === 403 && isPage ? { guard: wallsText.something, why: wallsText.webPage } : null

/** Text of a wall, where it is fit for a sentence. */
const word = (text: string | undefined) =>
  text === undefined ? undefined : /^[\w.:-]{1,80}$/.exec(text)?.[0]
