import { beforeEach, expect, it, vi } from 'vitest'
import { chooseAll } from '../../../../../src/renderer/features/sessions/choose-rows'
import { connectList } from '../../../../../src/renderer/features/sessions/list'
import { roster } from '../../../../../src/renderer/stores/roster'
import { useSelection } from '../../../../../src/renderer/stores/selection'
import { setPlace, setQuery, useView } from '../../../../../src/renderer/stores/view'
import { setWorkspace } from '../../../../../src/renderer/stores/workspace'
import type { Output } from '../../../../../src/shared/contract'
import { ok } from '../../../../../src/shared/result'
import { settingsSchema } from '../../../../../src/shared/settings'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { rosterRow } from '../../../../harness/roster-rows'

let bridge: FakeBridge
let revealed: Output<'list.reveal'>

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('list.watch', () => ok(undefined))
  bridge.answer('list.reveal', () => ok(revealed))
  useView.setState(useView.getInitialState())
  useSelection.setState(useSelection.getInitialState())
  const stop = connectList()
  roster.restart(false)
  return stop
})

const opened = () => vi.waitFor(() => expect(useSelection.getState().open).not.toBeNull())

it('opens the first session of a notification that is still there', async () => {
  revealed = { row: rosterRow('2', { userName: 'ann' }), isShown: true }
  bridge.emit('session.show', { keys: ['a:1', 'a:2', 'a:3'] })
  await opened()
  expect(useSelection.getState()).toMatchObject({ open: 'a:2', focused: 'a:2' })
  expect(roster.row('a:2')).toMatchObject({ userName: 'ann' })
})

it('opens the one that left where nobody is there', async () => {
  revealed = { row: null, isShown: false }
  bridge.emit('session.show', { keys: ['a:1', 'a:2'] })
  await opened()
  expect(useSelection.getState().open).toBe('a:1')
})

it('stops searching when the search would hide the session that was clicked', async () => {
  setQuery('bob')
  revealed = { row: rosterRow('2'), isShown: false }
  bridge.emit('session.show', { keys: ['a:2'] })
  await opened()
  expect(useView.getState().query).toBe('')
})

it('keeps a search that lets the clicked session through', async () => {
  setQuery('bob')
  revealed = { row: rosterRow('3'), isShown: true }
  bridge.emit('session.show', { keys: ['a:3'] })
  await opened()
  expect(useView.getState().query).toBe('bob')
})

it('says to the watch thread what the person looks for and at', async () => {
  setQuery('bob')
  useSelection.setState({ focused: 'a:1', anchor: 'a:1', open: 'a:2' })
  await vi.waitFor(() => expect(bridge.asked('list.watch').at(-1)?.criteria.query).toBe('bob'))
  expect(bridge.asked('list.watch').at(-1)?.followed).toEqual(['a:1', 'a:2'])
})

it('is no longer narrowed to an account that was removed', () => {
  setPlace({ accountId: 'a', scopeKey: null })
  setWorkspace({
    accounts: [],
    settings: settingsSchema.parse({}),
    keychain: 'available',
    kind: 'own',
    problem: null,
    locale: 'en',
    version: '0',
    platform: 'linux',
  })
  expect(useView.getState().place).toBeNull()
})

it('keeps a choice of all rows as the watch thread tells who is among them, until it is forgotten', async () => {
  const told = {
    total: 3,
    waiting: 0,
    matched: 3,
    reached: 3,
    rows: [],
    departed: [],
    tints: [],
    hasArrivals: false,
  }
  const list = { ...told, revision: 4, count: 3, places: {}, window: { from: 0, keys: ['a:1', 'a:2'] } }
  roster.update({ ...list, answers: 1, unchosen: null })
  chooseAll()
  const { selected } = useSelection.getState()
  await vi.waitFor(() => expect(bridge.asked('list.watch').at(-1)?.chosen).toEqual(selected.stretch))
  const number = bridge.asked('list.watch').at(-1)?.number ?? 0
  const chosen = () => ['a:1', 'a:2', 'a:3'].filter((key) => useSelection.getState().selected.has(key))
  const later = { ...list, answers: number, revision: 5, window: { from: 0, keys: ['a:2', 'a:3'] } }
  roster.update({ ...later, unchosen: ['a:3'] })
  expect([chosen(), useSelection.getState().selected.size]).toEqual([['a:2'], 3])
  roster.update({ ...later, unchosen: null })
  expect(useSelection.getState().selected.size).toBe(0)
})
