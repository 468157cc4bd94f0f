import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Backups } from '../../../../src/main/settings/backups'
import { createHostKeeper } from '../../../../src/main/settings/hosts'
import { openSettingsFile } from '../../../../src/main/settings/stored'
import type { Secret, Vault } from '../../../../src/main/settings/vault'
import { WorkspaceKeeper } from '../../../../src/main/settings/workspace'
import type { AccountDraft } from '../../../../src/shared/account'
import type { BackupItem } from '../../../../src/shared/backup'
import type { SavedView } from '../../../../src/shared/list/saved-view'
import { ok } from '../../../../src/shared/result'
import type { SshHost } from '../../../../src/shared/terminal'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-backups-'))
  file = path.join(folder, 'backup.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const draft: AccountDraft = {
  id: null,
  provider: 'luaprot',
  label: 'Hub One',
  baseUrl: 'https://one.example',
  authHeader: { name: 'Authorization', scheme: '' },
  scopes: [
    { kind: 'hub', id: '1' },
    { kind: 'key', id: 'CUSTOMER-KEY' },
  ],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
  credential: 'first-key',
  headers: { 'X-Gate': 'gate-value' },
}

const host: SshHost = {
  id: '11111111-2222-4333-8444-555555555555',
  label: 'web-1',
  group: '',
  host: 'web-1.example.org',
  port: 22,
  user: 'root',
  identityFiles: [],
  identitiesOnly: false,
  jumps: [],
  forwards: [],
  agentForwarding: true,
  keepAliveSeconds: 30,
  logOutput: false,
}

const template = { id: 't1', name: 'Bye', message: { kind: 'text' as const, text: 'See you, {name}' } }
const viewAt = (accountId: string): SavedView => ({
  id: 'v1',
  name: 'Night shift',
  filters: { state: { kind: 'choice', chosen: ['stale'] } },
  sort: { column: 'started', direction: 'descending' },
  columns: ['user', 'started'],
  place: { accountId, scopeKey: null },
})
const window = { view: { navigationCollapsed: true }, terminal: { fontSize: 15 } }

/** One computer: its settings, its keychain, and the way to the backup file. */
async function computer(name: string, kind: 'own' | 'managed' = 'own') {
  const secrets = new Map<string, Secret>()
  const vault: Vault = {
    keychain: 'available',
    askKeychain: async () => 'available',
    open: async () => undefined,
    problem: null,
    read: (id) => ok(secrets.get(id) ?? null),
    write: async (id, secret) => {
      secrets.set(id, secret)
      return ok(undefined)
    },
    remove: async (id) => void secrets.delete(id),
  }
  const settings = openSettingsFile(path.join(folder, name))
  const keeper = new WorkspaceKeeper({ kind, file: settings, vault, newId: randomUUID })
  const hosts = createHostKeeper(settings, () => [])
  const backups = new Backups({
    keeper,
    version: '0.1.0',
    hosts: () => hosts.list().map(({ managed: _, ...each }) => each),
    saveHost: (each) => hosts.save(each),
    saveSettings: (changes) => keeper.saveSettings(changes),
    save: async (savedAs, text) => {
      await writeFile(file, text)
      return ok({ savedAs })
    },
    choose: async () => file,
    newId: randomUUID,
    now: () => 1_764_000_000_000,
  })
  const preview = async () => {
    const opened = await backups.open()
    if (!opened.ok || !opened.value) throw new Error(opened.ok ? 'nothing' : opened.error.message)
    return opened.value
  }
  const restore = async (choose: (item: BackupItem) => boolean = () => true) => {
    const { items } = await preview()
    const restored = await backups.restore(items.filter(choose).map(({ id }) => id))
    if (!restored.ok) throw new Error(restored.error.message)
    return restored.value
  }
  return { secrets, keeper, hosts, backups, preview, restore }
}

async function filled(name = 'first') {
  const first = await computer(name)
  const saved = await first.keeper.saveAccount(draft, 'keychain')
  if (!saved.ok) throw new Error(saved.error.message)
  await first.hosts.save(host)
  await first.keeper.saveSettings({
    theme: 'dark',
    presentation: true,
    messageTemplates: [template],
    savedViews: [viewAt(saved.value.id)],
    shortcuts: { find: 'Mod+J' },
    scriptLabels: { [`${saved.value.id}/77`]: 'Autofarm' },
  })
  await first.backups.save('backup.json', window)
  return { ...first, account: saved.value }
}

const effects = (items: readonly BackupItem[]) =>
  Object.fromEntries(items.filter(({ effect }) => effect !== 'same').map(({ id, effect }) => [id, effect]))

/** Changes what is in the file. */
async function edit(
  change: (backup: { accounts: Record<string, unknown>[] } & Record<string, never>) => void,
) {
  const backup = JSON.parse(await readFile(file, 'utf8'))
  change(backup)
  await writeFile(file, JSON.stringify(backup))
}

describe('a backup file', () => {
  it('holds no secret and nothing of a customer', async () => {
    await filled()
    const text = await readFile(file, 'utf8')
    for (const secret of ['first-key', 'gate-value', 'CUSTOMER-KEY']) expect(text).not.toContain(secret)
    for (const kept of [
      'Hub One',
      'https://one.example',
      'X-Gate',
      'web-1',
      'See you',
      'Autofarm',
      'fontSize',
    ])
      expect(text).toContain(kept)
  })
})

describe('an import', () => {
  it('brings everything to another computer, where the account waits for its key', async () => {
    const { account } = await filled()
    const second = await computer('second')
    const { items, window: brought, exportedAt } = await second.preview()
    expect(effects(items)).toEqual({
      'account 0': 'add',
      'host 0': 'add',
      'template 0': 'add',
      'view 0': 'add',
      'script names add': 'add',
      'setting theme': 'add',
      'setting shortcuts': 'add',
    })
    expect(brought).toEqual(window)
    expect(exportedAt).toBe(1_764_000_000_000)
    expect(second.keeper.view().accounts).toEqual([])

    const restored = await second.restore()
    expect(restored).toEqual({
      done: 7,
      failed: [],
      withoutKey: [{ id: account.id, label: 'Hub One', headerNames: ['X-Gate'] }],
    })
    const { accounts, settings } = second.keeper.view()
    expect(accounts).toMatchObject([
      {
        id: account.id,
        label: 'Hub One',
        scopes: [{ kind: 'hub', id: '1' }],
        headerNames: [],
        hasCredential: false,
      },
    ])
    expect(second.keeper.configs()).toEqual([])
    expect(settings).toMatchObject({ theme: 'dark', presentation: false, messageTemplates: [template] })
    expect(settings).toMatchObject({
      savedViews: [viewAt(account.id)],
      shortcuts: { find: 'Mod+J' },
    })
    expect(settings.scriptLabels).toEqual({ [`${account.id}/77`]: 'Autofarm' })
    expect(second.hosts.list()).toMatchObject([host])
  })

  it('finds everything there already the second time', async () => {
    const first = await filled()
    expect(effects((await first.preview()).items)).toEqual({})
  })

  it('says what it would replace, and leaves what is not chosen', async () => {
    const first = await filled()
    await first.keeper.saveSettings({ theme: 'light', messageTemplates: [{ ...template, name: 'Farewell' }] })
    await first.hosts.save({ ...host, port: 2_222 })
    await first.keeper.saveAccount(
      { ...draft, id: first.account.id, label: 'Renamed', notify: false },
      'keychain',
    )
    const { items } = await first.preview()
    expect(items.filter(({ effect }) => effect !== 'same')).toMatchObject([
      { id: 'account 0', effect: 'replace', why: 'name, notifications' },
      {
        id: 'host 0',
        effect: 'replace',
        why: 'address',
        detail: 'root@web-1.example.org, forwards your agent',
      },
      { id: 'template 0', effect: 'replace', why: 'name' },
      { id: 'setting theme', effect: 'replace', detail: 'light → dark' },
    ])
    await first.restore(({ group }) => group === 'hosts')
    expect(first.hosts.list()).toMatchObject([{ port: 22 }])
    expect(first.keeper.settings().theme).toBe('light')
    expect(first.keeper.view().accounts).toMatchObject([{ label: 'Renamed' }])
  })

  it('keeps the key and the customers of an account whose service stays the same', async () => {
    const first = await filled()
    await first.keeper.saveAccount({ ...draft, id: first.account.id, label: 'Renamed' }, 'keychain')
    expect((await first.restore()).withoutKey).toEqual([])
    expect(first.keeper.configs()).toMatchObject([
      { label: 'Hub One', credential: 'first-key', headers: draft.headers, scopes: draft.scopes },
    ])
  })

  it('never sends a key to another address', async () => {
    const first = await filled()
    await edit(({ accounts }) => Object.assign(accounts[0] ?? {}, { baseUrl: 'https://evil.example' }))
    expect((await first.restore()).withoutKey).toMatchObject([{ label: 'Hub One' }])
    expect(first.keeper.configs()).toEqual([])
    expect([...first.secrets.values()]).toEqual([])
  })

  it('gives an account no ID that means something in the keychain', async () => {
    await filled()
    const second = await computer('second')
    const stolen = 'c0ffee00-0000-4000-8000-000000000001'
    second.secrets.set(stolen, { credential: 'left-over', headers: {} })
    second.secrets.set('terminal:password:root@web-1:22', { credential: 'ssh-password', headers: {} })
    for (const id of [stolen, 'terminal:password:root@web-1:22']) {
      await edit(({ accounts }) => Object.assign(accounts[0] ?? {}, { id, label: `Of ${id.slice(0, 8)}` }))
      await second.restore()
    }
    expect(second.keeper.view().accounts).toHaveLength(2)
    expect(second.keeper.configs()).toEqual([])
  })

  it.each([
    ['an address without encryption', { baseUrl: 'http://one.example' }, /at address: must be https/],
    ['a header that steers the connection', { authHeader: { name: 'Host', scheme: '' } }, /authHeader.name/],
    ['a service that is not there', { provider: 'other' }, /provider/],
    ['what the service does not have', { scopes: [{ kind: 'organisation', id: '*' }] }, /does not have/],
    ['a key', { credential: 'smuggled' }, /nothing is called credential/],
    ['a name that turns what follows', { label: 'Hub\u202eenO' }, /cannot be shown/],
  ])('refuses an account with %s and takes the rest', async (_what, wrong, why) => {
    await filled()
    await edit(({ accounts }) => Object.assign(accounts[0] ?? {}, wrong))
    const second = await computer('second')
    const { items } = await second.preview()
    expect(items[0]).toMatchObject({ effect: 'refused', why: expect.stringMatching(why) })
    await second.restore()
    expect(second.keeper.view().accounts).toEqual([])
    expect(second.hosts.list()).toHaveLength(1)
  })

  it('refuses a host, a template, a view and settings that no form would take', async () => {
    await filled()
    await edit((backup) =>
      Object.assign(backup, {
        hosts: [{ ...host, host: '-oProxyCommand=x' }, 7],
        templates: [{ ...template, message: { kind: 'text', text: 'x'.repeat(501) } }],
        views: [{ ...viewAt('x'), columns: ['none'] }],
        settings: { theme: 'pink', presentation: false, heartbeatIntervalMs: 1, constructor: 1, other: true },
      }),
    )
    const second = await computer('second')
    const { items } = await second.preview()
    expect(
      items.filter(({ group }) => group !== 'accounts' && group !== 'scripts').map(({ effect }) => effect),
    ).toEqual(Array(9).fill('refused'))
    await second.restore(({ group }) => group !== 'accounts')
    expect(second.hosts.list()).toEqual([])
    expect(second.keeper.settings()).toMatchObject({ theme: 'system', heartbeatIntervalMs: 10_000 })
  })

  it('is refused where something changed here since it was shown', async () => {
    const first = await filled()
    await first.keeper.saveSettings({ theme: 'light' })
    const { items } = await first.preview()
    await first.hosts.save({ ...host, label: 'mine' })
    const restored = await first.backups.restore(items.map(({ id }) => id))
    expect(restored).toMatchObject({ ok: false, error: { message: expect.stringContaining('changed here') } })
    expect(first.keeper.settings().theme).toBe('light')
  })

  it('leaves accounts alone that come from outside', async () => {
    await filled()
    const managed = await computer('managed', 'managed')
    expect((await managed.preview()).items[0]).toMatchObject({
      effect: 'refused',
      why: expect.stringContaining('from outside'),
    })
    await managed.restore()
    expect(managed.hosts.list()).toHaveLength(1)
  })

  it('shows a view of an account that has another ID here, and all sessions where there is no such account', async () => {
    await filled()
    const second = await computer('second')
    await edit((backup) =>
      Object.assign(backup, {
        accounts: [],
        views: [viewAt('gone'), { ...viewAt('x'), id: 'v2', columns: [] }],
      }),
    )
    const { items } = await second.preview()
    expect(effects(items)).toMatchObject({ 'view 0': 'add', 'view 1': 'refused' })
    await second.restore()
    expect(second.keeper.settings().savedViews).toEqual([{ ...viewAt('gone'), place: null }])
  })

  it('keeps the names of scripts with an account that has another ID here', async () => {
    await filled()
    const second = await computer('second')
    const own = await second.keeper.saveAccount({ ...draft, notify: false }, 'keychain')
    if (!own.ok) throw new Error(own.error.message)
    await second.restore()
    expect(second.keeper.view().accounts).toHaveLength(1)
    expect(second.keeper.settings().scriptLabels).toEqual({ [`${own.value.id}/77`]: 'Autofarm' })
  })
})
