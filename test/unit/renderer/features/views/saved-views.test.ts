import { beforeEach, expect, it } from 'vitest'
import {
  addView,
  deleteView,
  isPersonalPlace,
  isShown,
  renameView,
  showView,
  showViewAt,
  updateView,
} from '../../../../../src/renderer/features/views/saved-views'
import { showSection, useSection } from '../../../../../src/renderer/stores/section'
import { useToasts } from '../../../../../src/renderer/stores/toasts'
import {
  clearFilters,
  setFilter,
  setPlace,
  setQuery,
  sortIn,
  useView,
} from '../../../../../src/renderer/stores/view'
import { setWorkspace, useWorkspaceStore } from '../../../../../src/renderer/stores/workspace'
import { defaultSettings } from '../../../../../src/shared/default-settings'
import type { SavedView } from '../../../../../src/shared/list/saved-view'
import { err, ok } from '../../../../../src/shared/result'
import { settingsSchema } from '../../../../../src/shared/settings'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { account } from '../../account'

let bridge: FakeBridge

const saved = () => useWorkspaceStore.getState().workspace?.settings.savedViews ?? []
const only = (): SavedView => {
  const [view] = saved()
  if (!view || saved().length !== 1) throw new Error('There is not one view')
  return view
}
const toasts = () => useToasts.getState().toasts
const customer = { kind: 'key', id: 'CUSTOMER-KEY' } as const

function keep(savedViews: SavedView[]): void {
  setWorkspace({
    accounts: [account('a'), { ...account('b'), scopes: [customer] }],
    settings: { ...defaultSettings, savedViews },
    keychain: 'available',
    kind: 'own',
    problem: null,
    version: '0',
    platform: 'linux',
    locale: 'en',
  })
}

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('settings.save', (changes) => {
    keep([...(changes.savedViews ?? [])])
    return ok(settingsSchema.parse(changes))
  })
  keep([])
  clearFilters()
  sortIn('started', 'descending')
  useToasts.setState({ toasts: [] })
})

it('holds filters, order, columns and place, and shows them again', async () => {
  setPlace({ accountId: 'a', scopeKey: 'a/hub:1' })
  setFilter('state', { kind: 'choice', chosen: ['stale'] })
  sortIn('user', 'ascending')
  await addView('Stale in Hub One')
  const view = only()
  expect(view).toMatchObject({ name: 'Stale in Hub One', place: { accountId: 'a', scopeKey: 'a/hub:1' } })
  expect(isShown(view, useView.getState())).toBe(true)

  clearFilters()
  sortIn('beat', 'ascending')
  showSection('log')
  setQuery('wompus')
  expect(isShown(view, useView.getState())).toBe(false)
  showView(view)
  expect(useView.getState()).toMatchObject({
    query: '',
    place: view.place,
    filters: view.filters,
    sort: { column: 'user', direction: 'ascending' },
  })
  expect(useSection.getState().section).toBe('sessions')
  expect(isShown(view, useView.getState())).toBe(true)
})

it('is renamed, brought up to date, deleted and brought back', async () => {
  await addView('One')
  const first = only()
  await renameView(first.id, 'Two')
  expect(only()).toEqual({ ...first, name: 'Two' })
  setFilter('user', { kind: 'text', text: 'wom' })
  await updateView(first.id)
  expect(only().filters).toEqual({ user: { kind: 'text', text: 'wom' } })
  await deleteView(only())
  expect(saved()).toEqual([])
  toasts()[0]?.action?.run()
  await expect.poll(() => saved().map(({ name }) => name)).toEqual(['Two'])
})

it('keeps no customer’s key, and says beforehand that it will not', async () => {
  const place = { accountId: 'b', scopeKey: `b/${customer.kind}:${customer.id}` }
  expect(isPersonalPlace(place)).toBe(true)
  expect(isPersonalPlace({ accountId: 'a', scopeKey: 'a/hub:1' })).toBe(false)
  setPlace(place)
  await addView('A customer')
  expect(only().place).toEqual({ accountId: 'b', scopeKey: null })
  expect(JSON.stringify(bridge.asked('settings.save'))).not.toContain(customer.id)
})

it('shows all accounts, and says so, where its own is gone', async () => {
  setPlace({ accountId: 'a', scopeKey: 'a/hub:9' })
  await addView('Gone')
  showView(only())
  expect(useView.getState().place).toBeNull()
  expect(toasts()[0]?.text).toContain('“Gone”')
})

it('is shown by its number, where there is one', async () => {
  await addView('One')
  clearFilters()
  expect(showViewAt(0)).toBe(true)
  expect(showViewAt(1)).toBe(false)
})

it('says why it could not be kept', async () => {
  bridge.answer('settings.save', () => err({ kind: 'internal', message: 'The disk is full.' }))
  expect(await addView('One')).toBe('The disk is full.')
})
