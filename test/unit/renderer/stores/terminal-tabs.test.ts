import { beforeEach, describe, expect, it } from 'vitest'
import { panesOf } from '../../../../src/renderer/lib/split-tree'
import {
  addTab,
  changePane,
  focusedPane,
  moveTab,
  removePane,
  renameTab,
  showTab,
  splitAt,
  stepPane,
  stepTab,
  useTerminalTabs,
} from '../../../../src/renderer/stores/terminal-tabs'

const target = { kind: 'ssh', hostId: 'h' } as const
const state = () => useTerminalTabs.getState()
const names = () => state().tabs.map((tab) => tab.name ?? state().panes.get(tab.focused)?.label)
const open = (label: string) => addTab(target, label)

beforeEach(() => {
  useTerminalTabs.setState({ tabs: [], panes: new Map(), active: null })
})

describe('the terminal tabs', () => {
  it('open beside the one that is shown', () => {
    const first = open('a')
    open('b')
    showTab(first)
    open('c')
    expect(names()).toEqual(['a', 'c', 'b'])
    expect(focusedPane()?.label).toBe('c')
  })

  it('go round, move and take names', () => {
    const first = open('a')
    open('b')
    stepTab(1)
    expect(state().active).toBe(first)
    moveTab(first, 1)
    expect(names()).toEqual(['b', 'a'])
    moveTab(first, -5)
    renameTab(first, ' mine ')
    expect(names()).toEqual(['mine', 'b'])
    renameTab(first, ' ')
    expect(names()).toEqual(['a', 'b'])
  })

  it('split to the same target and focus the new pane', () => {
    open('a')
    const old = focusedPane()?.id ?? ''
    splitAt(old, 'row')
    expect(focusedPane()).toMatchObject({ target, label: 'a', terminalId: null })
    expect(focusedPane()?.id).not.toBe(old)
    stepPane(1)
    expect(focusedPane()?.id).toBe(old)
  })

  it('close pane by pane; the last takes the tab, and the next tab is shown', () => {
    open('a')
    open('b')
    splitAt(focusedPane()?.id ?? '', 'column')
    removePane(focusedPane()?.id ?? '')
    expect(state().tabs.map((tab) => panesOf(tab.tree).length)).toEqual([1, 1])
    removePane(focusedPane()?.id ?? '')
    expect(names()).toEqual(['a'])
    expect(focusedPane()?.label).toBe('a')
    removePane(focusedPane()?.id ?? '')
    expect(state()).toMatchObject({ tabs: [], active: null })
    expect(state().panes.size).toBe(0)
  })

  it('forget their activity when they are shown', () => {
    const first = open('a')
    const pane = focusedPane()?.id ?? ''
    open('b')
    changePane(pane, { activity: 'bell' })
    showTab(first)
    expect(state().panes.get(pane)?.activity).toBe('none')
  })
})
