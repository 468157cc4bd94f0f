import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openTunnel } from '../../../../src/main/lib/tunnel'
import { trustIn } from '../../../../src/main/trust'
import { readIdentity } from '../../../integration/http/identity'
import { rawServer, type TestServer, tcpServer } from '../../../integration/http/servers'

const identity = readIdentity(join(__dirname, '../../../fixtures/tls'))
const trust = trustIn([identity.cert])
const destination = { host: 'service.example', port: 443 }

const closing: TestServer[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.close()))
})
const keep = <T extends TestServer>(server: T): T => {
  closing.push(server)
  return server
}

describe('a tunnel', () => {
  it.each(['http', 'https', 'socks5'])('ends in time where a proxy says nothing (%s)', async (scheme) => {
    const silent = keep(await tcpServer(() => undefined))
    const route = { ...destination, proxy: `${scheme}://127.0.0.1:${silent.port}`, trust }
    await expect(openTunnel(route, 100)).rejects.toMatchObject({
      name: 'ProxyFailure',
      proxy: `127.0.0.1:${silent.port}`,
      message: 'does not answer',
      isPassing: true,
    })
    expect(silent.connections()).toBe(1)
  })

  it.each(['http', 'https', 'socks5'])('drops a proxy that is not waited for (%s)', async (scheme) => {
    const giveUp = new AbortController()
    const sockets: Socket[] = []
    const silent = keep(
      await tcpServer((socket) => {
        sockets.push(socket.resume())
        giveUp.abort(new Error('the tab was closed'))
      }),
    )
    const route = { ...destination, proxy: `${scheme}://127.0.0.1:${silent.port}`, trust }
    await expect(openTunnel(route, 10_000, giveUp.signal)).rejects.toThrow('the tab was closed')
    await expect.poll(() => sockets.map((socket) => socket.closed)).toEqual([true])
  })

  it('keeps what the service says at once', async () => {
    const proxy = keep(await rawServer((socket) => socket.write('HTTP/1.1 204 Fine\r\n\r\nhello')))
    const tunnel = await openTunnel({ ...destination, proxy: proxy.url, trust }, 10_000)
    const [said] = await once(tunnel, 'data')
    expect(String(said)).toBe('hello')
    tunnel.destroy()
  })

  it('asks for an address with brackets where that is of version 6', async () => {
    const heads: string[] = []
    const proxy = keep(
      await rawServer((socket, head) => {
        heads.push(head)
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
      }),
    )
    for (const host of ['2001:db8::1', '[2001:db8::1]'])
      (await openTunnel({ host, port: 443, proxy: proxy.url, trust }, 10_000)).destroy()
    expect(heads.map((head) => head.split('\r\n')[0])).toEqual([
      'CONNECT [2001:db8::1]:443 HTTP/1.1',
      'CONNECT [2001:db8::1]:443 HTTP/1.1',
    ])
  })
})
