import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { dialTcp } from '../../../../src/main/lib/dial'
import { farServer, withAddresses } from '../../../harness/far-server'
import { httpServer, type TestServer } from '../../../integration/http/servers'

const closing: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((each) => each.close()))
})
const keep = <T extends { close(): unknown }>(each: T): T => {
  closing.push(each)
  return each
}

const serve = async (): Promise<TestServer> => keep(await httpServer((_, response) => response.end()))
const nothing = () => {}

/** Nothing listens there on this machine. */
const dead = '127.0.0.9'
/** Kept for documents: no machine has it. */
const nowhere = '2001:db8::1'

/** Connects to a name with these addresses, and says where it ended. */
const dialled = (addresses: readonly string[], port: number, onLookup = nothing, timeoutMs = 10_000) =>
  withAddresses('far.example', addresses, onLookup, async () => {
    const socket = await dialTcp({ host: 'far.example', port }, timeoutMs)
    const { remoteAddress } = socket
    socket.destroy()
    return remoteAddress
  })

describe('dialling', () => {
  it.each([
    { others: [dead], name: 'that refuses' },
    { others: [nowhere], name: 'without a way to it' },
    { others: [], name: 'that is not there' },
  ])('waits for a far address beside another one $name', async ({ others }) => {
    const far = keep(await farServer('127.0.0.2'))
    expect(await dialled(['127.0.0.2', ...others], far.port, far.arrive)).toBe('127.0.0.2')
  })

  it('does not wait for an address that does not answer where another one does', async () => {
    const silent = keep(await farServer('127.0.0.2'))
    const server = net.createServer().listen(silent.port, '127.0.0.3')
    keep({ close: () => server.close() })
    await once(server, 'listening')
    const dropped = once(server, 'connection')
    expect(await dialled(['127.0.0.2', '127.0.0.3'], silent.port)).toBe('127.0.0.3')
    await dropped
  })

  it('tries the families by turns, so that one that leads nowhere holds up nobody', async () => {
    const { port } = await serve()
    const lost = Array.from({ length: 40 }, (_, index) => `2001:db8::${index + 1}`)
    expect(await dialled([...lost, '127.0.0.1'], port, nothing, 5_000)).toBe('127.0.0.1')
  })

  it('tells of the address that says most when none connects', async () => {
    const { port, close } = await serve()
    await close()
    await expect(dialled([nowhere, dead, nowhere], port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('tells of a name that nobody knows', async () => {
    await expect(dialTcp({ host: 'service.invalid', port: 9 }, 10_000)).rejects.toMatchObject({
      code: 'ENOTFOUND',
    })
  })

  it('ends after its time, and when it is given up', async () => {
    const silent = keep(await farServer('127.0.0.2'))
    const at = { host: '127.0.0.2', port: silent.port }
    await expect(dialTcp(at, 50)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    const giveUp = new AbortController()
    const dialling = dialTcp(at, 10_000, giveUp.signal)
    giveUp.abort(new Error('not needed any more'))
    await expect(dialling).rejects.toThrow('not needed any more')
    await expect(dialTcp(at, 10_000, giveUp.signal)).rejects.toThrow('not needed any more')
  })
})
