import { expect, it } from 'vitest'
import { setWorkspace, useWorkspaceStore } from '../../../../src/renderer/stores/workspace'
import type { Workspace } from '../../../../src/shared/contract'
import { defaultSettings } from '../../../../src/shared/default-settings'

const told = (changes: Partial<Workspace> = {}): Workspace => ({
  accounts: [],
  settings: { ...defaultSettings },
  keychain: 'unknown',
  kind: 'own',
  problem: null,
  locale: 'en',
  version: '1.2.3',
  platform: 'linux',
  ...changes,
})
const shown = () => useWorkspaceStore.getState().workspace

it('keeps the accounts and the settings that did not change, so that nobody who shows them is drawn again', () => {
  setWorkspace(told())
  const before = shown()
  setWorkspace(told({ keychain: 'available' }))
  expect(shown()?.keychain).toBe('available')
  expect(shown()?.accounts).toBe(before?.accounts)
  expect(shown()?.settings).toBe(before?.settings)
  setWorkspace(told({ settings: { ...defaultSettings, theme: 'dark' } }))
  expect(shown()?.settings.theme).toBe('dark')
})
