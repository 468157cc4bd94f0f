import { describe, expect, it } from 'vitest'
import { WorkspaceNews } from '../../../../../src/main/desktop/threads/workspace-news'
import type { AppError } from '../../../../../src/shared/app-error'
import type { Workspace } from '../../../../../src/shared/contract'
import { defaultSettings } from '../../../../../src/shared/default-settings'
import type { Settings } from '../../../../../src/shared/settings'

const refused: AppError = {
  kind: 'config',
  path: 'findShortcut',
  message: 'Another application has these keys.',
}
const unreadable: AppError = { kind: 'config', path: '', message: 'The settings file cannot be read.' }

function open() {
  let settings: Settings = defaultSettings
  const kept: { problem: AppError | null } = { problem: null }
  const told: Workspace[] = []
  const heard: string[] = []
  const news = new WorkspaceNews({
    keeper: {
      settings: () => settings,
      view: () => ({ accounts: [], settings, keychain: 'available', kind: 'own', problem: kept.problem }),
    },
    locale: () => 'en',
    version: '1.2.3',
    platform: 'linux',
    problem: () => refused,
    tell: (workspace) => told.push(workspace),
    onAccounts: () => heard.push('accounts'),
    onSettings: ({ theme }) => heard.push(`theme ${theme}`),
    onInterval: () => heard.push('interval'),
  })
  const change = (changes: Partial<Settings>) => {
    settings = { ...settings, ...changes }
    news.settingsChanged()
  }
  return { news, told, heard, kept, change }
}

describe('the news of the workspace', () => {
  it('say what of the settings does not work, after what could not be read', () => {
    const { news, kept } = open()
    expect(news.view()).toMatchObject({ version: '1.2.3', platform: 'linux', problem: refused })
    kept.problem = unreadable
    expect(news.view().problem).toEqual(unreadable)
  })

  it('reach the window and whom accounts concern', () => {
    const { news, told, heard } = open()
    news.accountsChanged()
    expect(told).toHaveLength(1)
    expect(heard).toEqual(['accounts'])
  })

  it('ask for another interval only when there is another one', () => {
    const { told, heard, change } = open()
    change({ theme: 'dark' })
    change({ heartbeatIntervalMs: 20_000 })
    change({ theme: 'light' })
    expect(heard).toEqual(['theme dark', 'theme dark', 'interval', 'theme light'])
    expect(told.map(({ settings }) => settings.heartbeatIntervalMs)).toEqual([10_000, 20_000, 20_000])
  })
})
