import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  readSavedTabs,
  type SavedTabs,
  saveTabs,
} from '../../../../../../src/renderer/features/terminal/tabs/saved-tabs'

let kept: string | null = null

beforeEach(() => {
  kept = null
  vi.stubGlobal('localStorage', {
    getItem: () => kept,
    setItem: (_name: string, value: string) => {
      kept = value
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const tabs: SavedTabs = {
  tabs: [
    {
      id: 't1',
      name: 'Work',
      tree: {
        kind: 'split',
        direction: 'row',
        ratio: 0.4,
        first: { kind: 'leaf', pane: 'a' },
        second: { kind: 'leaf', pane: 'b' },
      },
      focused: 'b',
    },
    { id: 't2', name: null, tree: { kind: 'leaf', pane: 'c' }, focused: 'c' },
  ],
  active: 't2',
  panes: [
    { id: 'a', target: { kind: 'ssh', hostId: 'h' }, label: 'host', terminalId: null },
    { id: 'b', target: { kind: 'ssh', hostId: 'h' }, label: 'host', terminalId: 'x' },
    {
      id: 'c',
      target: { kind: 'machine', accountId: 'o', machineId: 'm', machineName: 'box' },
      label: 'box',
      terminalId: null,
    },
  ],
}

it('reads what was saved, without what is of this run only', () => {
  saveTabs({ ...tabs, panes: tabs.panes.map((pane) => ({ ...pane, title: 'secret', problem: 'p' })) })
  expect(kept).not.toContain('secret')
  expect(readSavedTabs()).toEqual(tabs)
})

it('knows the target of an earlier version, which was named after its service', () => {
  saveTabs(tabs)
  kept = (kept ?? '').replace('"kind":"machine"', '"kind":"vsay"')
  expect(readSavedTabs()).toEqual(tabs)
})

it('leaves out a tab whose pane is missing, and panes without a tab', () => {
  saveTabs({ ...tabs, active: 't1', panes: tabs.panes.filter(({ id }) => id !== 'a') })
  expect(readSavedTabs()).toEqual({ tabs: [tabs.tabs[1]], active: 't2', panes: [tabs.panes[2]] })
})

const [split, leaf] = tabs.tabs
it.each([
  ['no JSON', 'x{'],
  ['nothing', 'null'],
  ['a list', '[]'],
  ['a tree with an unknown part', { ...tabs, tabs: [{ ...leaf, tree: { kind: 'grid' } }] }],
  ['a share above 1', { ...tabs, tabs: [{ ...split, tree: { ...split?.tree, ratio: 2 } }] }],
  ['a name that is too long', { ...tabs, tabs: [{ ...leaf, name: 'n'.repeat(61) }] }],
  ['a tab without its focus', { ...tabs, tabs: [{ ...leaf, focused: undefined }] }],
  ['more tabs than anybody has', { ...tabs, tabs: Array.from({ length: 201 }, () => leaf) }],
  ['an unknown target', { ...tabs, panes: [{ ...tabs.panes[0], target: { kind: 'telnet' } }] }],
  ['a terminal that is no text', { ...tabs, panes: [{ ...tabs.panes[0], terminalId: 1 }] }],
])('has no tabs where %s was kept', (_what, value) => {
  kept = typeof value === 'string' ? value : JSON.stringify(value)
  expect(readSavedTabs()).toEqual({ tabs: [], active: null, panes: [] })
})
