import assert from 'node:assert/strict'
import type { AppError } from '../../../src/shared/result'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, withServer } from './kit'
import { rawServer } from './servers'

/** An answer that is not from the service. */
type Wall = { name: string; status: number; headers?: Record<string, string>; body?: string; says: RegExp }

const page = (title: string, rest = '') =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${rest}</body></html>`

const ray = { server: 'cloudflare', 'cf-ray': '8f3a1b2c3d4e5f60-FRA' }
const withRay = /Ray ID 8f3a1b2c3d4e5f60-FRA/

const walls: readonly Wall[] = [
  {
    name: 'a challenge of Cloudflare',
    status: 403,
    headers: { ...ray, 'cf-mitigated': 'challenge' },
    body: page('Just a moment...'),
    says: /^Cloudflare stopped the request to Service \(Test\): it wants to see a person’s browser first \(403, Ray ID 8f3a1b2c3d4e5f60-FRA\)\. The service has not seen it, so the key may well be right\. Try .* ask the service .* tell it the Ray ID 8f3a1b2c3d4e5f60-FRA\.$/,
  },
  {
    name: 'a challenge of Cloudflare that only its page shows',
    status: 503,
    headers: ray,
    body: page('Just a moment...', '<script src="/cdn-cgi/challenge-platform/h/b"></script> by Cloudflare'),
    says: /^Cloudflare .*a person’s browser/,
  },
  {
    name: 'a challenge of Cloudflare as if all were well',
    status: 200,
    headers: ray,
    body: page('Just a moment...', '<script>window._cf_chl_opt = {}</script> by Cloudflare'),
    says: /^Cloudflare .*a person’s browser/,
  },
  {
    name: 'a block page of Cloudflare',
    status: 403,
    body: page(
      'Attention Required! | Cloudflare',
      'Cloudflare Ray ID: <strong class="font-semibold">8f3a1b2c3d4e5f60</strong>',
    ),
    says: /^Cloudflare .*Ray ID 8f3a1b2c3d4e5f60\b/,
  },
  {
    name: 'a country that Cloudflare keeps out',
    status: 403,
    headers: ray,
    body: page(
      'Access denied | a.example used Cloudflare to restrict access',
      '<span class="cf-error-code">1009</span>',
    ),
    says: /does not let in the country .*\(403, error 1009, Ray ID/,
  },
  {
    name: 'a program that Cloudflare keeps out',
    status: 403,
    headers: ray,
    body: 'error code: 1010',
    says: /does not let in programs of this kind \(403, error 1010, Ray ID/,
  },
  {
    name: 'a rule at Cloudflare',
    status: 403,
    headers: ray,
    body: 'error code: 1020',
    says: /has a rule that keeps this machine out \(403, error 1020/,
  },
  {
    name: 'Cloudflare that does not find the service',
    status: 530,
    headers: ray,
    body: 'error code: 1016',
    says: /does not find the service behind it \(530, error 1016/,
  },
  {
    name: 'another number of Cloudflare',
    status: 403,
    headers: ray,
    body: 'error code: 1012',
    says: /turned it away \(403, error 1012/,
  },
  {
    name: 'an error that Cloudflare tells programs',
    status: 403,
    headers: { ...ray, 'content-type': 'application/problem+json' },
    body: '{"title":"Error 1020: Access denied","status":403,"error_code":1020,"cloudflare_error":true,"ray_id":"8f3a1b2c3d4e5f60"}',
    says: withRay,
  },
  {
    name: 'a network that wants a sign-in',
    status: 511,
    body: page('Welcome'),
    says: /^This network stopped the request to Service \(Test\): it wants somebody to sign in first \(511\)\..*Open any web page/,
  },
  {
    name: 'a rule of Squid',
    status: 403,
    headers: { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
    body: page('ERROR: The requested URL could not be retrieved'),
    says: /^A proxy on the way stopped .* does not allow this address \(403, ERR_ACCESS_DENIED\)/,
  },
  {
    name: 'Squid that does not find the service',
    status: 503,
    headers: { 'x-squid-error': 'ERR_CONNECT_FAIL 111' },
    body: page('ERROR: The requested URL could not be retrieved'),
    says: /does not reach the service \(503, ERR_CONNECT_FAIL\)/,
  },
  { name: 'a proxy that wants a sign-in', status: 407, says: /^A proxy on the way .*wants a sign-in/ },
  {
    name: 'Akamai',
    status: 403,
    headers: { server: 'AkamaiGHost' },
    body: page('Access Denied', 'Reference&#32;&#35;18&#46;6f2c1002&#46;1764000000&#46;1a2b3c'),
    says: /^Akamai stopped .*reference 18\.6f2c1002\.1764000000\.1a2b3c/,
  },
  {
    name: 'Imperva',
    status: 403,
    body: page('', 'Request unsuccessful. Incapsula incident ID: 123000450067008900-1234567890'),
    says: /^Imperva stopped .*reference 123000450067008900-1234567890/,
  },
  {
    name: 'Imperva as if all were well',
    status: 200,
    body: page('', 'Request unsuccessful. Incapsula incident ID: 123-456'),
    says: /^Imperva stopped/,
  },
  { name: 'AWS', status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, says: /^AWS WAF stopped/ },
  {
    name: 'Vercel',
    status: 429,
    headers: { 'x-vercel-mitigated': 'challenge' },
    body: page('Vercel Security Checkpoint'),
    says: /^Vercel stopped/,
  },
  {
    name: 'a web page of nobody known',
    status: 403,
    body: page('403 Forbidden', '<hr><center>nginx</center>'),
    says: /^Something on the way stopped .*answered with a web page \(403\)/,
  },
]

/** What a person is told of such an answer. */
async function told(
  { status, headers = {}, body = '' }: Omit<Wall, 'name' | 'says'>,
  request = heartbeat(),
): Promise<AppError> {
  const lines = Object.entries({ connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  let error: AppError | undefined
  await withServer(
    rawServer((socket) => socket.end(`HTTP/1.1 ${status} No\r\n${lines.join('')}\r\n${body}`)),
    async ({ url }) => {
      error = failure(await withClient(url, (http) => http.call(request)))
    },
  )
  assert.ok(error)
  return error
}

/** What stands in front of a service and answers in its place. */
export const wallCases: HttpCase[] = [
  ...walls.map(({ name, says, ...answer }) => ({
    name: `${name} is to blame, not the key or the service, and an action did certainly not happen`,
    run: async () => {
      const error = await told(answer)
      assert.equal(error.kind, 'blocked')
      assert.match(error.message, says)
      assert.deepEqual(await told(answer, action()), error)
    },
  })),
  {
    name: 'Cloudflare that has had too many requests asks to slow down',
    run: async () => {
      const answer = { status: 429, headers: { ...ray, 'retry-after': '7' }, body: 'error code: 1015' }
      const error = await told(answer)
      assert.ok(error.kind === 'rate-limited')
      assert.equal(error.retryAfterMs, 7_000)
      assert.match(error.message, /^Cloudflare .*too many requests.*error 1015/)
    },
  },
  ...(
    [
      [505, {}, ''],
      [426, { upgrade: 'h2' }, ''],
      [403, {}, 'Unknown ALPN Protocol, expected `h2` to be available.'],
    ] as const
  ).map(([status, headers, body]) => ({
    name: `a ${status} that wants HTTP/2 is told as such, and an action did certainly not happen`,
    run: async () => {
      const error = await told({ status, headers, body })
      assert.equal(error.kind, 'tls')
      assert.match(error.message, /speaks only HTTP\/2/)
      assert.deepEqual(await told({ status, headers, body }, action()), error)
    },
  })),
  {
    name: 'what customers write into an answer makes no wall of it',
    run: async () => {
      const forged =
        '{"success":true,"response":{"cloudflare_error":true,"error_code":1020,"a":"<title>error 1020"}}'
      const page = '<title>Just a moment...</title> cloudflare cf-chl'
      for (const [body, request] of [
        [forged, action()],
        [page, heartbeat({ expect: 'text' })],
      ] as const)
        await withServer(
          rawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${body}`)),
          async ({ url }) => assert.ok((await withClient(url, (http) => http.call(request))).ok),
        )
    },
  },
  {
    name: 'a proxy on the way without an answer leaves an action open',
    run: async () => {
      const answer = { status: 504, headers: { 'x-squid-error': 'ERR_READ_TIMEOUT 0' }, body: page('ERROR') }
      assert.equal((await told(answer)).kind, 'blocked')
      assert.equal((await told(answer, action())).kind, 'outcome-unknown')
    },
  },
  ...(
    [
      ['what the service says itself', 403, '{"error":"Missing scope"}', 'forbidden'],
      ['a 403 without a word', 403, '', 'forbidden'],
      [
        'a number that the service names itself',
        400,
        '{"success":false,"message":"error code: 1020"}',
        'refused',
      ],
      ['a gateway’s page', 502, page('502 Bad Gateway', 'cloudflare'), 'unavailable'],
      ['a web page at a wrong address', 200, page('Welcome', 'protected by cloudflare'), 'not-json'],
      ['a page of the service in trouble', 503, page('Maintenance'), 'unavailable'],
    ] as const
  ).map(([name, status, body, kind]) => ({
    name: `${name} is no wall, also behind Cloudflare and Squid`,
    run: async () => {
      for (const headers of [ray, { ...ray, via: '1.1 proxy (squid/5.7)' }])
        assert.equal((await told({ status, headers, body })).kind, kind)
    },
  })),
]
