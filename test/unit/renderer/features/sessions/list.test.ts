import { beforeEach, expect, it } from 'vitest'
import { connectList, sessionList } from '../../../../../src/renderer/features/sessions/list'
import { roster } from '../../../../../src/renderer/stores/roster'
import { useSelection } from '../../../../../src/renderer/stores/selection'
import { setPlace, setQuery, useView } from '../../../../../src/renderer/stores/view'
import { setWorkspace } from '../../../../../src/renderer/stores/workspace'
import type { EventName } from '../../../../../src/shared/contract'
import { settingsSchema } from '../../../../../src/shared/settings'
import { rosterRow } from '../../../../harness/roster-rows'

let emit: (name: EventName, payload: unknown) => void

beforeEach(() => {
  globalThis.sessiondeck = {
    request: async () => ({ ok: true, value: undefined }),
    onEvent(listener) {
      emit = listener
      return () => undefined
    },
  }
  useView.setState(useView.getInitialState())
  const stop = connectList()
  roster.resync()
  const rows = [rosterRow('2', { userName: 'ann' }), rosterRow('3', { userName: 'bob' })]
  roster.chunk({ revision: 1, index: 0, total: 1, bytes: new TextEncoder().encode(JSON.stringify(rows)) })
  return stop
})

it('opens the first session of a notification that is still there', () => {
  emit('session.show', { keys: ['a:1', 'a:2', 'a:3'] })
  expect(useSelection.getState()).toMatchObject({ open: 'a:2', focused: 'a:2' })
})

it('stops searching when the search would hide the session that was clicked', () => {
  setQuery('bob')
  expect(sessionList.snapshot.keys).toEqual(['a:3'])
  emit('session.show', { keys: ['a:2'] })
  expect(useView.getState().query).toBe('')
  expect(sessionList.snapshot.keys).toContain('a:2')
})

it('keeps a search that lets the clicked session through', () => {
  setQuery('bob')
  emit('session.show', { keys: ['a:3'] })
  expect(useView.getState().query).toBe('bob')
})

it('is no longer narrowed to an account that was removed', () => {
  setPlace({ accountId: 'a', scopeKey: null })
  setWorkspace({
    accounts: [],
    settings: settingsSchema.parse({}),
    keychain: 'available',
    kind: 'own',
    problem: null,
    version: '0',
    platform: 'linux',
  })
  expect(useView.getState().place).toBeNull()
})
