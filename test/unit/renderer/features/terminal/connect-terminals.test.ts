import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connectTerminals } from '../../../../../src/renderer/features/terminal/connect-terminals'
import { addTab, useTerminalTabs } from '../../../../../src/renderer/features/terminal/tabs/terminal-tabs'
import { useTerminals } from '../../../../../src/renderer/features/terminal/terminals'
import { ok } from '../../../../../src/shared/result'
import type { Terminal } from '../../../../../src/shared/terminal'
import { FakeBridge } from '../../../../harness/fake-bridge'

const target = { kind: 'ssh', hostId: 'h' } as const
const terminal = (id: string, state: Terminal['state']): Terminal => ({
  id,
  target,
  label: id,
  sessionKey: null,
  state,
})

let bridge: FakeBridge
let held: Terminal[] = []
let stop: () => void

const panes = () =>
  [...useTerminalTabs.getState().panes.values()].map(({ label, terminalId, problem }) => ({
    label,
    terminalId,
    problem,
  }))

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} })
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('terminal.list', () => ok(held))
  bridge.answer('host.list', () => ok([]))
  held = [terminal('a', { kind: 'live' }), terminal('b', { kind: 'live' })]
  stop = connectTerminals()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  expect(bridge.listeners).toBe(0)
})

it('asks again when the terminals thread was restarted', async () => {
  await vi.waitFor(() => expect(panes()).toHaveLength(2))
  addTab(target, 'opening')
  const lost = { kind: 'lost', reason: 'It stopped.', retryAt: null } as const
  held = [terminal('a', lost), terminal('on its way', { kind: 'idle' })]
  bridge.emit('terminal.restarted', undefined)
  await vi.waitFor(() => expect(useTerminals.getState().byId.get('a')?.state).toEqual(lost))
  expect(useTerminals.getState().byId.has('b')).toBe(false)
  expect(panes()).toEqual(
    expect.arrayContaining([
      { label: 'a', terminalId: 'a', problem: null },
      { label: 'b', terminalId: null, problem: 'The connection was closed.' },
      { label: 'opening', terminalId: null, problem: null },
    ]),
  )
  expect(panes()).toHaveLength(3)
})
