import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showPlace, showSection, useSection } from '../../../../src/renderer/stores/section'
import { closeDetails, openDetails, useSelection } from '../../../../src/renderer/stores/selection'
import { clearFilters, setQuery, useView } from '../../../../src/renderer/stores/view'
import { visits } from '../../../../src/renderer/stores/visits'
import { setWorkspace } from '../../../../src/renderer/stores/workspace'
import type { Workspace } from '../../../../src/shared/contract'
import { defaultSettings } from '../../../../src/shared/default-settings'
import { account } from '../account'

const workspace = (accounts: Workspace['accounts']): Workspace => ({
  accounts,
  settings: { ...defaultSettings },
  keychain: 'available',
  kind: 'own',
  problem: null,
  version: '0',
  platform: 'linux',
  locale: 'en',
})

const place = (accountId: string) => ({ accountId, scopeKey: null })
const here = () => ({
  section: useSection.getState().section,
  place: useView.getState().place?.accountId ?? null,
  query: useView.getState().query,
  open: useSelection.getState().open,
})
/** What is done in one task is noted at its end. */
const step = async (act: () => void) => {
  act()
  await Promise.resolve()
}

let stop: () => void

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  setWorkspace(workspace([account('a'), account('b')]))
  clearFilters()
  closeDetails()
  showSection('sessions')
  stop = visits.connect()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('goes back through sections, places and details, and forward again', async () => {
  await step(() => showPlace(place('a')))
  await step(() => openDetails('a:1'))
  await step(() => showSection('log'))
  expect(visits.go(-1)).toBe(true)
  expect(here()).toEqual({ section: 'sessions', place: 'a', query: '', open: 'a:1' })
  visits.go(-1)
  expect(here()).toMatchObject({ place: 'a', open: null })
  visits.go(-1)
  expect(here()).toMatchObject({ place: null, open: null })
  expect(visits.go(-1)).toBe(false)
  for (let times = 0; times < 3; times++) expect(visits.go(1)).toBe(true)
  expect(here()).toEqual({ section: 'log', place: 'a', query: '', open: 'a:1' })
  expect(visits.go(1)).toBe(false)
})

it('forgets the way forward once somebody goes elsewhere', async () => {
  await step(() => showSection('log'))
  visits.go(-1)
  await step(() => showSection('scripts'))
  expect(visits.go(1)).toBe(false)
  visits.go(-1)
  expect(here().section).toBe('sessions')
})

it('takes a word that is typed for one step, and what is typed later for another', async () => {
  for (const query of ['w', 'wo', 'wom']) {
    vi.advanceTimersByTime(300)
    await step(() => setQuery(query))
  }
  vi.advanceTimersByTime(5_000)
  await step(() => setQuery('kaitlyn'))
  visits.go(-1)
  expect(here().query).toBe('wom')
  visits.go(-1)
  expect(here().query).toBe('')
})

it('takes the same place once more for no step', async () => {
  await step(() => showPlace(place('a')))
  await step(() => showPlace(place('a')))
  visits.go(-1)
  expect(here().place).toBeNull()
})

it('shows all accounts where the one that was shown has gone', async () => {
  await step(() => showPlace(place('b')))
  await step(() => showPlace(place('a')))
  setWorkspace(workspace([account('a')]))
  visits.go(-1)
  expect(here().place).toBeNull()
  // And that is no step of its own.
  await Promise.resolve()
  expect(visits.go(1)).toBe(true)
  expect(here().place).toBe('a')
})
