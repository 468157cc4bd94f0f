import { beforeEach, describe, expect, it } from 'vitest'
import { panesOf } from '../../../../../../src/renderer/features/terminal/pane/split-tree'
import {
  addTab,
  changePane,
  closePanes,
  focusedPane,
  forgetPanes,
  moveTab,
  renameTab,
  reopenPanes,
  showTab,
  splitAt,
  stepPane,
  stepTab,
  useTerminalTabs,
} from '../../../../../../src/renderer/features/terminal/tabs/terminal-tabs'

const target = { kind: 'ssh', hostId: 'h' } as const
const state = () => useTerminalTabs.getState()
const names = () => state().tabs.map((tab) => tab.name ?? state().panes.get(tab.focused)?.label)
const open = (label: string) => addTab(target, label)
const close = (...panes: string[]) => {
  const closed = closePanes(panes)
  forgetPanes(panes)
  return closed
}

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
    close(focusedPane()?.id ?? '')
    expect(state().tabs.map((tab) => panesOf(tab.tree).length)).toEqual([1, 1])
    close(focusedPane()?.id ?? '')
    expect(names()).toEqual(['a'])
    expect(focusedPane()?.label).toBe('a')
    close(focusedPane()?.id ?? '')
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

  it('come back where they were', () => {
    open('a')
    const tab = open('b')
    const pane = focusedPane()?.id ?? ''
    open('c')
    renameTab(tab, 'mine')
    const closed = closePanes([pane])
    expect(names()).toEqual(['a', 'c'])
    expect(state().panes.has(pane)).toBe(true)
    reopenPanes(closed)
    expect(names()).toEqual(['a', 'mine', 'c'])
    expect(focusedPane()?.id).toBe(pane)
  })

  it('come back into their split, and beside it where it was split otherwise meanwhile', () => {
    open('a')
    const first = focusedPane()?.id ?? ''
    splitAt(first, 'row')
    const second = focusedPane()?.id ?? ''
    const before = state().tabs
    const closed = closePanes([second])
    expect(state().tabs.map((tab) => panesOf(tab.tree))).toEqual([[first]])
    reopenPanes(closed)
    expect(state().tabs).toEqual(before)
    const again = closePanes([second])
    splitAt(first, 'column')
    reopenPanes(again)
    expect(state().tabs.map((tab) => panesOf(tab.tree).length)).toEqual([1, 2])
    expect(focusedPane()?.id).toBe(second)
  })

  it('come back all together, and one by one where their tab was closed twice', () => {
    open('a')
    open('b')
    splitAt(focusedPane()?.id ?? '', 'row')
    const all = [...state().panes.keys()]
    const closed = closePanes(all)
    expect(state()).toMatchObject({ tabs: [], active: null })
    reopenPanes(closed)
    expect(state().tabs.map((tab) => panesOf(tab.tree).length)).toEqual([1, 2])
    const [, second = '', third = ''] = all
    const [one, other] = [closePanes([second]), closePanes([third])]
    reopenPanes(one)
    reopenPanes(other)
    expect(state().tabs.map((tab) => panesOf(tab.tree).length)).toEqual([1, 1, 1])
  })
})
