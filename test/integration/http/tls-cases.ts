import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { action, heartbeat, withClient } from './client'
import { failure, type HttpCase, json, success, withServer } from './kit'
import {
  http2Server,
  httpServer,
  httpsServer,
  proxyServer,
  socksServer,
  type TestServer,
  tcpServer,
} from './servers'

/** A key, and its self-signed certificates, PEM: for localhost and 127.0.0.1 but for `otherName`. */
export type TlsIdentity = {
  key: string
  cert: string
  expired: string
  early: string
  otherName: string
}

/** What a person is told of a service, by a heartbeat and by an action: neither left. */
async function told(url: string, certificates: readonly string[] | null = null): Promise<string> {
  const replies = [heartbeat(), action()].map((request) =>
    withClient(url, (http) => http.call(request), { certificates }),
  )
  const [error, ofAction] = (await Promise.all(replies)).map(failure)
  assert.equal(error?.kind, 'tls', error?.message)
  assert.deepEqual(ofAction, error)
  return error?.message ?? ''
}

const record = (type: number, ...bytes: number[]) => Buffer.from([type, 3, 1, 0, bytes.length, ...bytes])
const fatal = 2
/** A peer that answers the first message of a handshake with an alert (RFC 8446). */
const alerting = (alert: number) =>
  tcpServer((socket) => socket.once('data', () => socket.end(record(21, fatal, alert))))

const plainText = () => httpServer((_, response) => json(response, success))

/** Peers without a usable TLS, and what a person is told. */
const peers: readonly [name: string, open: () => Promise<TestServer>, says: RegExp][] = [
  ['speaks none', plainText, /speaks no TLS there\. Check the address/],
  ['speaks an old version only', () => alerting(70), /only a version of TLS that is too old to be safe/],
  ['knows other encryptions only', () => alerting(40), /has no encryption in common with this machine/],
  ['does not serve the name', () => alerting(112), /does not serve this name/],
  ['wants a certificate of ours', () => alerting(116), /wants a certificate of this machine/],
  ['takes no HTTP/1.1', () => alerting(120), /speaks only HTTP\/2/],
  [
    'hangs up in the middle',
    () => tcpServer((socket: Socket) => socket.once('data', () => socket.destroy())),
    /hung up while the encryption was agreed on/,
  ],
]

/** Whom a request trusts, and what a person is told of whom it does not. */
export const tlsCases = (identity: TlsIdentity): HttpCase[] => {
  const { key, cert } = identity
  const secure = (options: TlsOptions = { key, cert }) =>
    httpsServer(options, (_, response) => json(response, success))
  const distrusted = (name: string, cert: string, says: RegExp, trusted = true): HttpCase => ({
    name: `a certificate ${name} is refused with a sentence of its own, and nothing is sent`,
    run: () =>
      withServer(secure({ key, cert }), async ({ port }) =>
        assert.match(await told(`https://localhost:${port}`, trusted ? [cert] : null), says),
      ),
  })
  return [
    distrusted('that has expired', identity.expired, /has expired\. Check this machine’s clock/),
    distrusted('that is not valid yet', identity.early, /is not valid yet\. Check this machine’s clock/),
    distrusted(
      'for another name',
      identity.otherName,
      /a certificate for another name \(other\.example, www\.other\.example\)\. Check the address/,
    ),
    distrusted(
      'that nobody vouches for',
      cert,
      /from an authority that this machine does not know\. If you trust .* root certificate .* start Sessiondeck again\./,
      false,
    ),
    ...peers.map(([name, open, says]) => ({
      name: `a service that ${name} is told with a sentence of its own, and nothing is sent`,
      run: () =>
        withServer(open(), async ({ port }) => assert.match(await told(`https://127.0.0.1:${port}`), says)),
    })),
    {
      name: 'a service that speaks only HTTP/2 is told as such',
      run: () =>
        withServer(http2Server({ key, cert }), async ({ port }) =>
          assert.match(await told(`https://localhost:${port}`, [cert]), /speaks only HTTP\/2/),
        ),
    },
    {
      name: 'a service that speaks HTTP/2 without asking is told as such',
      run: () =>
        withServer(http2Server(null), async ({ url }) => {
          const error = failure(await withClient(url, (http) => http.call(heartbeat())))
          assert.match(error.message, /speaks only HTTP\/2/)
        }),
    },
    {
      name: 'a proxy with an encryption that is not accepted is to blame',
      run: () =>
        withServer(secure(), async ({ port }) => {
          const proxy = `https://localhost:${port}`
          const reply = await withClient('http://127.0.0.1:9', (http) => http.call(action()), { proxy })
          const error = failure(reply)
          assert.equal(error.kind, 'proxy')
          assert.match(error.message, /proxy localhost:\d+ has a certificate from an authority/)
        }),
    },
    {
      name: 'a certificate of the given store is accepted, through a proxy too',
      run: () =>
        withServer(secure(), async ({ port }) => {
          const url = `https://localhost:${port}`
          const through = async (proxy: string | null) => {
            const route = { certificates: [cert], proxy }
            assert.ok((await withClient(url, (http) => http.call(heartbeat()), route)).ok)
            const doubting = await withClient(url, (http) => http.call(action()), { proxy })
            assert.equal(failure(doubting).kind, proxy?.startsWith('https:') ? 'proxy' : 'tls')
          }
          await through(null)
          for (const proxy of [proxyServer(), proxyServer(undefined, { key, cert }), socksServer()])
            await withServer<TestServer & { tunnels: string[] }>(proxy, async ({ url, tunnels }) => {
              await through(url)
              assert.ok(tunnels.every((to) => to === `localhost:${port}`))
              assert.ok(tunnels.length > 0)
            })
        }),
    },
  ]
}
