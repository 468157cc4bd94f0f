import { beforeEach, expect, it, vi } from 'vitest'
import {
  closeOtherTabs,
  closePane,
  closeTab,
} from '../../../../../../src/renderer/features/terminal/tabs/closing'
import {
  addTab,
  splitAt,
  useTerminalTabs,
} from '../../../../../../src/renderer/features/terminal/tabs/terminal-tabs'
import { useTerminalPanel } from '../../../../../../src/renderer/features/terminal/terminal-panel'
import { setTerminals, useTerminals } from '../../../../../../src/renderer/features/terminal/terminals'
import { dismissToast, useToasts } from '../../../../../../src/renderer/stores/toasts'
import { ok } from '../../../../../../src/shared/result'
import type { TerminalState } from '../../../../../../src/shared/terminal'
import { FakeBridge } from '../../../../../harness/fake-bridge'
import { present } from '../../../../../harness/presenting'

let bridge: FakeBridge
const closed = () => bridge.asked('terminal.close').map(({ id }) => id)
const target = { kind: 'ssh', hostId: 'h' } as const
const live: TerminalState = { kind: 'live' }
const tabs = () => useTerminalTabs.getState().tabs.map(({ id }) => id)
const toasts = () => useToasts.getState().toasts
const settle = () => new Promise((resolve) => setTimeout(resolve))

/** Opens tabs with a terminal each, in such states. */
const open = (...states: TerminalState[]) => {
  const terminals = states.map((state, at) => ({
    id: `t${at}`,
    target,
    label: `host ${at}`,
    sessionKey: null,
    state,
  }))
  setTerminals(terminals)
  return terminals.map(({ id, label }) => addTab(target, label, id))
}
const undo = () => {
  const [toast] = toasts()
  dismissToast(toast?.id ?? '')
  toast?.action?.run()
}

beforeEach(() => {
  vi.stubGlobal('localStorage', { setItem: () => undefined, getItem: () => null })
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('terminal.close', () => ok(undefined))
  present(false)
  useToasts.setState({ toasts: [] })
  useTerminalTabs.setState({ tabs: [], panes: new Map(), active: null })
  useTerminalPanel.setState({ open: true, extent: 'list' })
})

it('closes a live tab at once and ends its connection when nobody undid it', async () => {
  const [tab = ''] = open(live)
  closeTab(tab)
  expect(tabs()).toEqual([])
  await settle()
  expect(bridge.requests).toEqual([])
  expect(toasts()).toMatchObject([{ role: 'status', text: 'The terminal host 0 was closed.' }])
  dismissToast(toasts()[0]?.id ?? '')
  await settle()
  expect(closed()).toEqual(['t0'])
  expect(useTerminalTabs.getState().panes.size).toBe(0)
})

it('brings it back as it was, with its connection', async () => {
  const [tab = ''] = open(live)
  closeTab(tab)
  expect(useTerminalPanel.getState()).toMatchObject({ open: false })
  undo()
  await settle()
  expect(tabs()).toEqual([tab])
  expect(bridge.requests).toEqual([])
  expect(useTerminalPanel.getState()).toMatchObject({ open: true, extent: 'list' })
  expect(useTerminals.getState().byId.has('t0')).toBe(true)
})

it('asks for one terminal of a split, and for many at once', async () => {
  const [first = '', second = '', third = ''] = open(live, live, live)
  closeOtherTabs(second)
  expect(toasts().map(({ text }) => text)).toEqual(['2 terminals were closed.'])
  undo()
  expect(tabs()).toEqual([first, second, third])
  const pane = useTerminalTabs.getState().tabs[2]?.focused ?? ''
  splitAt(pane, 'row')
  closePane(pane)
  expect(tabs()).toEqual([first, second, third])
  undo()
  await settle()
  expect(bridge.requests).toEqual([])
})

it.each<TerminalState>([
  { kind: 'connecting' },
  { kind: 'lost', reason: '', retryAt: null },
  { kind: 'ended', reason: '', exitCode: 0, signal: null },
])('ends one that is $kind at once, without a word', async (state) => {
  const [tab = ''] = open(state)
  closeTab(tab)
  await settle()
  expect(closed()).toEqual(['t0'])
  expect(toasts()).toEqual([])
})

it('ends a tab that was closed earlier when its offer has to make room', async () => {
  const all = open(live, live, live, live, live)
  for (const tab of all) closeTab(tab)
  await settle()
  expect(closed()).toEqual(['t0'])
})
