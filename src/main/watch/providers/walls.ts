import type { AppError } from '../../../shared/result'
import { onlyHttp2 } from '../../lib/tls-trouble'
import { type About, unknownOutcome } from './failures'
import { retryAfterMs } from './server-wait'
import type { WireAnswer, WireHeaders } from './wire'

/** Something between us and a service answered in its place. */
type Wall = {
  /** Who it is; begins a sentence. */
  guard: string
  /** Follows `it`. */
  why: string
  /** Its own number for what happened, such as `error 1020`. */
  code?: string | undefined
  /** Its own id of this one refusal, such as `Ray ID 8f3a`. */
  reference?: string | undefined
  advice?: string
  /** `slow`: the same may pass later. `lost`: nobody knows whether the service got the request. */
  fate?: 'slow' | 'lost'
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
    return { kind: 'tls', message: `${about.who} ${onlyHttp2.what}. ${onlyHttp2.advice}` }
  for (const read of [network, cloudflare, otherGuard, proxyInBetween, webPage]) {
    const wall = read(sight)
    if (wall) return errorOf(about, wall, status, retryAfterMs(headers, now))
  }
  return null
}

const otherwise =
  'Try without a VPN or from another network, or ask the service to let its API be used from here'

function errorOf(about: About, wall: Wall, status: number, retryAfterMs: number | null): AppError {
  const { guard, why, code, reference, advice = otherwise, fate } = wall
  const proof = [status, code, reference].filter((part) => part !== undefined).join(', ')
  const next = `${advice}${reference ? ` and tell it the ${reference}` : ''}.`
  if (fate === 'lost')
    return about.repeatable
      ? { kind: 'blocked', message: `${guard} to ${about.who} ${why} (${proof}). ${next}` }
      : unknownOutcome(`${guard} to ${about.who}`, `${why} (${proof})`)
  const said = `${guard} stopped the request to ${about.who}: it ${why} (${proof}). The service has not seen it, so the key may well be right.`
  return fate === 'slow'
    ? { kind: 'rate-limited', retryAfterMs, message: `${said} It is asked again later.` }
    : { kind: 'blocked', message: `${said} ${next}` }
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
        guard: 'This network',
        why: 'wants somebody to sign in first',
        advice: 'Open any web page in a browser, sign in to the network there, and try again',
      }
    : null

/** What Cloudflare's error numbers say of the sender. */
const cloudflareErrors: Readonly<Record<string, string>> = {
  1006: 'has banned this machine’s address',
  1007: 'has banned this machine’s address',
  1008: 'has banned this machine’s address',
  1009: 'does not let in the country that this machine is in',
  1010: 'does not let in programs of this kind',
  1016: 'does not find the service behind it',
  1018: 'does not find the service behind it',
  1033: 'does not find the service behind it',
  1015: 'has had too many requests from this machine’s address',
  1020: 'has a rule that keeps this machine out',
}
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
    why: (error ? cloudflareErrors[error] : 'wants to see a person’s browser first') ?? 'turned it away',
    code: error && `error ${error}`,
    reference: ray && `Ray ID ${ray}`,
    ...(error === tooMany ? { fate: 'slow' } : {}),
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
  return guard ? { guard: guard.name, why: 'let nothing through', reference: id && `reference ${id}` } : null
}

/** What Squid's words for its errors say. The others come after the request may have gone on. */
const squidErrors: readonly [words: RegExp, why: string][] = [
  [/^ERR_CACHE_ACCESS_DENIED/, 'wants a sign-in, which is not supported'],
  [/ACCESS_DENIED|^ERR_(BLOCKED|FORBIDDEN)/, 'does not allow this address'],
  [/^ERR_(DNS_FAIL|CONNECT_FAIL|CANNOT_FORWARD)/, 'does not reach the service'],
]

function proxyInBetween({ status, headers, text, isPage }: Sight): Wall | null {
  const [error] = /^ERR_[A-Z_]+/.exec(headers.get('x-squid-error') ?? '') ?? []
  const isSquid =
    error !== undefined ||
    /^squid/i.test(headers.get('server') ?? '') ||
    (isPage && /<title>ERROR: The requested URL could not be retrieved/.test(text))
  if (status < 400 || (!isSquid && status !== 407)) return null
  const known = squidErrors.find(([words]) => words.test(error ?? ''))?.[1]
  const asks = status === 407 ? 'wants a sign-in, which is not supported' : null
  const denies = status === 403 ? 'does not allow this address' : null
  const why = known ?? asks ?? denies
  return {
    guard: 'A proxy on the way',
    why: why ?? 'has no whole answer of it',
    code: error,
    advice: 'Ask whoever runs this network to let the service’s address through',
    ...(why === null ? { fate: 'lost' } : {}),
  }
}

/** A service whose answers are JSON forbids nothing with a web page. */
const webPage = ({ status, isPage }: Sight): Wall | null =>
  status === 403 && isPage ? { guard: 'Something on the way', why: 'answered with a web page' } : null

/** Text of a wall, where it is fit for a sentence. */
const word = (text: string | undefined) =>
  text === undefined ? undefined : /^[\w.:-]{1,80}$/.exec(text)?.[0]
