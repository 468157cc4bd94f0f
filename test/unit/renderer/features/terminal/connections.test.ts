import { beforeEach, expect, it, vi } from 'vitest'
import type { Terminal } from '../../../../../src/shared/terminal'

const target = { kind: 'ssh', hostId: 'h' } as const
const opened: Terminal = { id: 't', target, label: 'Host', sessionKey: null, state: { kind: 'connecting' } }

let meanwhile: () => void
vi.mock('../../../../../src/renderer/bridge', () => ({
  on: () => () => {},
  request: async () => {
    meanwhile()
    return { ok: true, value: opened }
  },
}))

const { connectPane } = await import('../../../../../src/renderer/features/terminal/connections')
const { addTab, useTerminalTabs } = await import(
  '../../../../../src/renderer/features/terminal/tabs/terminal-tabs'
)
const { changeTerminal, setTerminals, useTerminals } = await import(
  '../../../../../src/renderer/features/terminal/terminals'
)

const connect = async () => {
  addTab(target, 'Host')
  const pane = [...useTerminalTabs.getState().panes.keys()].at(-1) ?? ''
  await connectPane(pane, { cols: 80, rows: 24 })
  return useTerminals.getState().byId.get('t')?.state.kind
}

beforeEach(() => {
  meanwhile = () => {}
  setTerminals([])
})

it('shows a terminal as it was opened', async () => {
  expect(await connect()).toBe('connecting')
})

it('keeps the news of a terminal that came before the answer that it was opened', async () => {
  meanwhile = () => changeTerminal({ ...opened, state: { kind: 'live' } })
  expect(await connect()).toBe('live')
})
