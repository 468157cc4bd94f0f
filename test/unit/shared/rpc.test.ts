import { MessageChannel, Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { portOf } from '../../../src/main/message-port'
import { events, requests } from '../../../src/shared/contract'
import { isActing } from '../../../src/shared/effects'
import { ok } from '../../../src/shared/result'
import { answer, connect, type Handlers, type Port, serve } from '../../../src/shared/rpc'
import { settle } from '../../harness/fake-clock'

type Asked = 'health.list' | 'session.disconnect' | 'session.message'
const handlers = (over: Partial<Handlers<Asked>> = {}): Handlers<Asked> => ({
  'health.list': () => ok([]),
  'session.disconnect': () => new Promise(() => undefined),
  'session.message': () => new Promise(() => undefined),
  ...over,
})
const internal = { ok: false, error: { kind: 'internal' } }
const unknown = {
  ok: false,
  error: { kind: 'outcome-unknown', message: expect.stringMatching(/not known whether/) },
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A client and a server over a real channel. */
function pair(own: Handlers<Asked>) {
  const { port1, port2 } = new MessageChannel()
  closers.push(
    () => port1.close(),
    () => port2.close(),
  )
  const crashes: string[] = []
  const server = serve(portOf(port1), own, (name) => crashes.push(name))
  return { client: connect(portOf(port2)), server, crashes }
}

describe('a request', () => {
  it('of which the handler fails may have done something, if it acts', async () => {
    const fails = () => {
      throw new Error('at something secret')
    }
    const own = handlers({ 'health.list': fails, 'session.disconnect': fails })
    const crashes: string[] = []
    const crash = (name: string) => crashes.push(name)
    expect(await answer(own, 'health.list', undefined, crash)).toMatchObject(internal)
    const acted = await answer(own, 'session.disconnect', { key: 'a:1' }, crash)
    expect(acted).toMatchObject(unknown)
    expect(JSON.stringify(acted)).not.toContain('secret')
    expect(crashes).toEqual(['health.list', 'session.disconnect'])
  })

  it('whose answer cannot be carried is answered all the same', async () => {
    const uncarried = () => ok((() => undefined) as never)
    const { client, crashes } = pair(handlers({ 'health.list': uncarried, 'session.disconnect': uncarried }))
    expect(await client.request('health.list')).toMatchObject(internal)
    expect(await client.request('session.disconnect', { key: 'a:1' })).toMatchObject(unknown)
    expect(crashes).toEqual(['health.list', 'session.disconnect'])
  })

  it('that cannot be carried fails at once, and did nothing', async () => {
    const { client } = pair(handlers())
    expect(await client.forward('session.disconnect', { key: () => undefined })).toMatchObject(internal)
  })

  it('too deep for its schema is refused', async () => {
    const { client } = pair(handlers())
    const message = { kind: 'handler', handler: 'ping', data: deep(2_000) }
    expect(await client.forward('session.message', { key: 'a:1', message })).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    })
  })

  it('does not wait for an answer that came and could not be read', async () => {
    // A thread with a large stack can write what one with a small stack cannot read.
    const program = `
      const { parentPort } = require('node:worker_threads')
      parentPort.on('message', ({ id, name }) => {
        if (name !== 'health.list') return
        const value = JSON.parse('['.repeat(20000) + ']'.repeat(20000))
        parentPort.postMessage({ type: 'response', id, result: { ok: true, value } })
      })`
    const worker = new Worker(program, { eval: true, resourceLimits: { stackSizeMb: 64 } })
    closers.push(() => worker.terminate())
    const client = connect(portOf(worker))
    const [acting, list] = await Promise.all([
      client.request('session.disconnect', { key: 'a:1' }),
      client.request('health.list'),
    ])
    expect(acting).toMatchObject(unknown)
    expect(list).toMatchObject(internal)
  })

  it('that came and could not be read is answered', async () => {
    const said: unknown[] = []
    let lose = () => {}
    const port: Port = {
      post: (message) => said.push(message),
      listen(_, onLost) {
        lose = onLost
        return () => undefined
      },
    }
    serve(port, handlers(), () => undefined)
    lose()
    const [lost] = said
    let hear = (_: unknown) => {}
    const client = connect({
      post: () => undefined,
      listen(listener) {
        hear = listener
        return () => undefined
      },
    })
    const asked = client.request('session.disconnect', { key: 'a:1' })
    hear(lost)
    expect(await asked).toMatchObject(unknown)
  })

  it('that is open when the other side ends says so, and one asked later did nothing', async () => {
    const { client } = pair(handlers())
    const asked = client.request('session.disconnect', { key: 'a:1' })
    client.close('It stopped', 'Try again.')
    expect(await asked).toMatchObject(unknown)
    expect(await client.request('session.disconnect', { key: 'a:1' })).toMatchObject({
      ok: false,
      error: { kind: 'internal', message: 'It stopped. Try again.' },
    })
  })
})

describe('news', () => {
  it('that cannot be carried are lost without harm to whoever tells them', async () => {
    const { client, server, crashes } = pair(handlers())
    const heard: unknown[] = []
    client.onAny((name, payload) => heard.push([name, payload]))
    server.emit('roster.count', { live: (() => undefined) as never })
    server.emit('roster.count', { live: 3 })
    await settle()
    expect(heard).toEqual([['roster.count', { live: 3 }]])
    expect(crashes).toEqual(['roster.count'])
  })
})

it('counts every request that answers with what was done as acting', () => {
  const changed = events['action.changed'].payload
  const started = requests['bulk.start'].output
  const names = Object.entries(requests).filter(
    ([name, { output }]) =>
      output === changed || output === started || /^machine\.(create|end)Session$/.test(name),
  )
  expect(names.length).toBeGreaterThan(8)
  expect(names.map(([name]) => name).filter((name) => !isActing(name))).toEqual([])
  expect(['health.list', 'log.search', 'bulk.preview', 'lookup.run'].filter(isActing)).toEqual([])
})
