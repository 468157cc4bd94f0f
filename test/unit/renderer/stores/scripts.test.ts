import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setHealth } from '../../../../src/renderer/stores/health'
import { connectScripts, saveScriptLabel, useScripts } from '../../../../src/renderer/stores/scripts'
import { useWatchState } from '../../../../src/renderer/stores/watch-state'
import { useWorkspaceStore } from '../../../../src/renderer/stores/workspace'
import type { Workspace } from '../../../../src/shared/contract'
import { defaultSettings } from '../../../../src/shared/default-settings'
import { ok } from '../../../../src/shared/result'
import type { ScriptInfo } from '../../../../src/shared/script'
import { FakeBridge } from '../../../harness/fake-bridge'
import { scopeHealth } from '../../../harness/roster-rows'
import { account } from '../account'

let bridge: FakeBridge
let stop: () => void

const workspace = (scriptLabels: Record<string, string>): Workspace => ({
  accounts: [{ ...account('a'), provider: 'luaauth' }, account('b')],
  settings: { ...defaultSettings, scriptLabels },
  keychain: 'available',
  kind: 'own',
  problem: null,
  locale: 'en',
  version: '1',
  platform: 'linux',
})
const script = (accountId: string, id: string) =>
  scopeHealth({ key: `${accountId}/script:${id}`, accountId, scope: { kind: 'script', id } })
const info = (id: string): ScriptInfo => ({
  id,
  projectId: null,
  name: id === 's2' ? null : `Script ${id}`,
  freeForAll: null,
  useHeartbeat: null,
  kickOutdated: null,
  requireSessions: null,
  enabled: null,
  totalExecutions: null,
  totalSessions: null,
  totalInstances: null,
  fetchedAt: 1,
})
const names = () => Object.fromEntries(useScripts.getState().names)

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('settings.save', (changes) => ok({ ...defaultSettings, ...changes }))
  bridge.answer('script.info', ({ scriptId }) => ok(info(scriptId)))
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    run()
    return 0
  })
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  useScripts.setState({ known: new Map(), names: new Map() })
  useWatchState.setState({ paused: true })
  useWorkspaceStore.setState({ workspace: workspace({ 'a/s2': 'Mine' }) })
  setHealth([])
  stop = connectScripts()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

it('asks once for the names of the scripts that are watched, and not while nothing may be asked', async () => {
  setHealth([
    script('a', 's1'),
    script('a', 's2'),
    script('b', 's3'),
    scopeHealth({ key: 'a/hub:1', accountId: 'a' }),
  ])
  expect(bridge.requests).toEqual([])
  useWatchState.setState({ paused: false })
  await vi.waitFor(() => expect(names()).toEqual({ 'a/s1': 'Script s1', 'a/s2': 'Mine' }))
  useWatchState.setState({ paused: true })
  useWatchState.setState({ paused: false })
  expect(bridge.requests).toEqual([
    { name: 'script.info', input: { accountId: 'a', scriptId: 's1' } },
    { name: 'script.info', input: { accountId: 'a', scriptId: 's2' } },
  ])
})

it('keeps the same names while nothing is called otherwise', () => {
  useWorkspaceStore.setState({ workspace: workspace({ 'a/s2': 'Mine' }) })
  const before = useScripts.getState().names
  useWorkspaceStore.setState({ workspace: workspace({ 'a/s2': 'Mine' }) })
  expect(useScripts.getState().names).toBe(before)
  useWorkspaceStore.setState({ workspace: workspace({ 'a/s2': 'Other' }) })
  expect(names()).toEqual({ 'a/s2': 'Other' })
})

it('saves a name beside the others, and takes an empty one away', async () => {
  expect(await saveScriptLabel({ accountId: 'a', scriptId: '9' }, '  Pet farm ')).toBeNull()
  await saveScriptLabel({ accountId: 'a', scriptId: 's2' }, ' ')
  expect(bridge.asked('settings.save')).toEqual([
    { scriptLabels: { 'a/s2': 'Mine', 'a/9': 'Pet farm' } },
    { scriptLabels: {} },
  ])
})
