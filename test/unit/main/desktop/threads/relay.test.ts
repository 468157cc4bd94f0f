import { describe, expect, it, vi } from 'vitest'
import { createRelay, type IpcSender } from '../../../../../src/main/desktop/threads/relay'
import type { RequestsOf } from '../../../../../src/shared/contract'
import { ok } from '../../../../../src/shared/result'
import type { Handlers } from '../../../../../src/shared/rpc'

const ours: IpcSender = {
  sender: { id: 7 },
  senderFrame: { url: 'app://sessiondeck/index.html', parent: null },
}

function setUp() {
  const sent: unknown[][] = []
  const refusals: string[] = []
  const onAttach = vi.fn()
  const mute = vi.fn(() => ok(undefined))
  const forward = vi.fn(async (name: string, input: unknown) => ok({ name, input }))
  const forwardToTerminals = vi.fn(async () => ok('from the terminals'))
  let invoke: (event: IpcSender, name: unknown, input?: unknown) => unknown = () => undefined
  const relay = createRelay({
    ipc: {
      handle: (_channel, listener) => {
        invoke = listener
      },
    },
    window: {
      webContentsId: () => 7,
      isOwnUrl: (url) => url.startsWith('app://sessiondeck/'),
      send: (...words) => void sent.push(words),
    },
    shell: { 'watch.mute': mute } as Partial<Handlers<RequestsOf<'shell'>>> as Handlers<RequestsOf<'shell'>>,
    watch: { forward },
    terminals: { forward: forwardToTerminals },
    onAttach,
    onCrash: () => {},
    onRefused: (why) => refusals.push(why),
  })
  const ask = async (name: unknown, input?: unknown, from = ours) => invoke(from, name, input)
  return { relay, ask, sent, refusals, onAttach, mute, forward, forwardToTerminals }
}

const refusal = { ok: false, error: { message: 'This request is not allowed.' } }

describe('a page', () => {
  it('is there once it asks, and again after it was gone', async () => {
    const { relay, ask, onAttach } = setUp()
    await ask('session.details', {}, { ...ours, sender: { id: 8 } })
    expect(onAttach).not.toHaveBeenCalled()
    await ask('session.details', {})
    await ask('session.details', {})
    expect(onAttach).toHaveBeenCalledTimes(1)
    relay.detach()
    await ask('session.details', {})
    expect(onAttach).toHaveBeenCalledTimes(2)
  })
})

describe('a request', () => {
  it('goes to the watch thread unread', async () => {
    const { ask, forward } = setUp()
    const input = { key: 'anything' }
    expect(await ask('session.details', input)).toEqual(ok({ name: 'session.details', input }))
    expect(forward).toHaveBeenCalledTimes(1)
  })

  it('goes to the terminals thread where that answers it', async () => {
    const { ask, forward, forwardToTerminals } = setUp()
    expect(await ask('host.scan')).toEqual(ok('from the terminals'))
    expect(forward).not.toHaveBeenCalled()
    expect(await ask('terminal.start', {})).toMatchObject(refusal)
    expect(forwardToTerminals).toHaveBeenCalledTimes(1)
  })

  it('of the shell passes its schema first', async () => {
    const { ask, mute } = setUp()
    expect(await ask('watch.mute', { forMs: -1 })).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(mute).not.toHaveBeenCalled()
    expect(await ask('watch.mute', { forMs: 1 })).toEqual(ok(undefined))
  })

  it.each(['watch.configure', 'watch.test', 'watch.set', 'nothing', '__proto__', 'toString', 42, undefined])(
    'named %s is refused from a window',
    async (name) => {
      const { ask, forward, refusals } = setUp()
      expect(await ask(name, { accounts: [] })).toMatchObject(refusal)
      expect(forward).not.toHaveBeenCalled()
      expect(refusals).toHaveLength(1)
    },
  )

  it.each<[string, IpcSender]>([
    ['another window', { ...ours, sender: { id: 8 } }],
    ['another page', { ...ours, senderFrame: { url: 'https://evil.example/', parent: null } }],
    ['a frame inside', { ...ours, senderFrame: { url: 'app://sessiondeck/index.html', parent: {} } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('from %s is refused', async (_who, from) => {
    const { ask, forward } = setUp()
    expect(await ask('session.details', { key: 'a:b' }, from)).toMatchObject(refusal)
    expect(forward).not.toHaveBeenCalled()
  })
})

describe('an event', () => {
  it('reaches a page that has asked something, until that page is gone', async () => {
    const { relay, ask, sent } = setUp()
    relay.pass('list.changed', 1)
    expect(sent).toEqual([])
    await ask('watch.mute', { forMs: 0 })
    relay.pass('list.changed', 2)
    relay.emit('session.show', { keys: ['a:b'] })
    relay.detach()
    relay.pass('list.changed', 3)
    expect(sent.map((words) => words.slice(1))).toEqual([
      ['list.changed', 2],
      ['session.show', { keys: ['a:b'] }],
    ])
  })

  it('that is the shell’s business stays there', async () => {
    const { relay, ask, sent } = setUp()
    await ask('watch.mute', { forMs: 0 })
    for (const name of ['alert.raised', 'log.line', 'roster.count', 'workspace.changed'] as const)
      relay.pass(name, {})
    expect(sent).toEqual([])
  })
})
