import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettingsFile } from '../../../../src/main/settings/stored'
import type { Secret, Vault } from '../../../../src/main/settings/vault'
import { WorkspaceKeeper } from '../../../../src/main/settings/workspace'
import type { AccountDraft } from '../../../../src/shared/account'
import { err, ok } from '../../../../src/shared/result'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-workspace-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const draft: AccountDraft = {
  id: null,
  provider: 'luaprot',
  label: 'Hub',
  baseUrl: 'https://one.example',
  authHeader: { name: 'Authorization', scheme: '' },
  scopes: [{ kind: 'hub', id: '1' }],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
  credential: 'first-key',
  headers: { 'X-Gate': 'gate-value' },
}

function memoryVault(secrets = new Map<string, Secret>()): Vault {
  return {
    keychain: 'available',
    askKeychain: async () => 'available',
    open: async () => {},
    problem: null,
    read: (id) => ok(secrets.get(id) ?? null),
    async write(id, secret) {
      secrets.set(id, secret)
      return ok(undefined)
    },
    async remove(id) {
      secrets.delete(id)
    },
  }
}

function open(vault = memoryVault(), kind: 'own' | 'managed' = 'own') {
  let next = 1
  return new WorkspaceKeeper({ kind, file: openSettingsFile(folder), vault, newId: () => `id-${next++}` })
}

async function withAccount(vault = memoryVault()) {
  const keeper = open(vault)
  const saved = await keeper.saveAccount(draft, 'keychain')
  if (!saved.ok) throw new Error(saved.error.message)
  return { keeper, account: saved.value }
}

const { credential: _credential, headers: _headers, ...draftWithoutSecrets } = draft

describe('saving an account', () => {
  it('keeps the secret in the vault and everything else in the file', async () => {
    const vault = memoryVault()
    const { account } = await withAccount(vault)
    expect(account).toMatchObject({ id: 'id-1', hasCredential: true, headerNames: ['X-Gate'] })
    const text = await readFile(path.join(folder, 'settings.json'), 'utf8')
    expect(text).toContain('"Hub"')
    expect(text).not.toMatch(/first-key|gate-value/)
    expect(open(vault).configs()).toMatchObject([{ id: 'id-1', credential: 'first-key' }])
  })

  it('keeps the stored secret when a change does not mention it', async () => {
    const { keeper, account } = await withAccount()
    const changed = {
      ...draftWithoutSecrets,
      id: account.id,
      label: 'New name',
      baseUrl: 'https://one.example/v2',
    }
    expect(await keeper.saveAccount(changed, 'keychain')).toMatchObject({ ok: true })
    expect(keeper.configs()).toMatchObject([
      { label: 'New name', credential: 'first-key', headers: { 'X-Gate': 'gate-value' } },
    ])
  })

  it('asks for the key and the headers again when the origin changes', async () => {
    const { keeper, account } = await withAccount()
    const moved = { ...draftWithoutSecrets, id: account.id, baseUrl: 'https://two.example' }
    expect(await keeper.saveAccount({ ...moved, headers: {} }, 'keychain')).toMatchObject({
      ok: false,
      error: { kind: 'invalid', path: 'credential' },
    })
    expect(keeper.complete({ ...moved, credential: 'second-key' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', path: 'headers' },
    })
    expect(keeper.configs()).toMatchObject([{ baseUrl: 'https://one.example' }])
    const entered = { ...moved, credential: 'second-key', headers: {} }
    expect(await keeper.saveAccount(entered, 'keychain')).toMatchObject({ ok: true })
    expect(keeper.configs()).toMatchObject([{ baseUrl: 'https://two.example', credential: 'second-key' }])
  })

  it('stores nothing when the vault refuses', async () => {
    const refusal = { kind: 'keychain', message: 'no keychain' } as const
    const keeper = open({ ...memoryVault(), write: async () => err(refusal) })
    expect(await keeper.saveAccount(draft, 'keychain')).toEqual(err(refusal))
    expect(keeper.view().accounts).toEqual([])
  })

  it('does not leave a new secret for an old address when the file cannot be written', async () => {
    const { keeper, account } = await withAccount()
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    const moved = { ...draft, id: account.id, baseUrl: 'https://two.example', credential: 'second-key' }
    expect(await keeper.saveAccount(moved, 'keychain')).toMatchObject({
      ok: false,
      error: { kind: 'config' },
    })
    expect(keeper.view().accounts).toMatchObject([{ baseUrl: 'https://one.example', hasCredential: false }])
  })
})

describe('a scope that is a customer’s key', () => {
  const scopes = [
    { kind: 'key' as const, id: 'customer-key-1' },
    { kind: 'hub' as const, id: '40511' },
    { kind: 'discord' as const, id: '123456789098765432' },
  ]
  const settingsText = () => readFile(path.join(folder, 'settings.json'), 'utf8')
  const personal = /customer-key|123456789098765432/

  it('is kept with the secret, in its place among the others', async () => {
    const vault = memoryVault()
    const saved = await open(vault).saveAccount({ ...draft, scopes }, 'keychain')
    expect(saved).toMatchObject({ ok: true, value: { scopes } })
    expect(await settingsText()).not.toMatch(personal)
    expect(await settingsText()).toContain('40511')
    expect(open(vault).configs()).toMatchObject([{ scopes }])
    expect(open(vault).view().accounts).toMatchObject([{ scopes }])
  })

  it('changes without the key being typed again, and goes where it is the last', async () => {
    const vault = memoryVault()
    const keeper = open(vault)
    await keeper.saveAccount({ ...draft, scopes }, 'keychain')
    const changed = [{ kind: 'key' as const, id: 'customer-key-2' }]
    await keeper.saveAccount({ ...draftWithoutSecrets, id: 'id-1', scopes: changed }, 'keychain')
    expect(open(vault).configs()).toMatchObject([{ scopes: changed, credential: 'first-key' }])
    const hub = [{ kind: 'hub' as const, id: '7' }]
    await keeper.saveAccount({ ...draftWithoutSecrets, id: 'id-1', scopes: hub }, 'keychain')
    expect(open(vault).configs()).toMatchObject([{ scopes: hub, credential: 'first-key' }])
    expect(await settingsText()).not.toMatch(personal)
  })

  it('asks for a keychain where there is none, and changes nothing before', async () => {
    const vault = memoryVault()
    await open(vault).saveAccount(draft, 'memory')
    const refusal = { kind: 'keychain', message: 'no keychain' } as const
    const keeper = open({ ...vault, write: async () => err(refusal) })
    expect(await keeper.saveAccount({ ...draftWithoutSecrets, id: 'id-1', scopes }, 'keychain')).toEqual(
      err(refusal),
    )
    expect(keeper.view().accounts).toMatchObject([{ scopes: draft.scopes }])
  })

  it('is lost with a secret that lived for one run, and nothing else is', async () => {
    await open().saveAccount({ ...draft, scopes }, 'memory')
    const { accounts, problem } = open().view()
    expect(accounts).toMatchObject([{ hasCredential: false, scopes: [{ kind: 'hub', id: '40511' }] }])
    expect(problem).toBeNull()
  })

  it('is taken out of a file of an earlier version once, and is watched meanwhile', async () => {
    const vault = memoryVault()
    const keeper = open(vault)
    await keeper.saveAccount(draft, 'keychain')
    const file = path.join(folder, 'settings.json')
    const text = await settingsText()
    await writeFile(
      file,
      text.replace('"scopes": [', '"scopes": [{ "kind": "key", "id": "customer-key-9" },'),
    )
    const later = open(vault)
    const expected = [{ kind: 'key', id: 'customer-key-9' }, ...draft.scopes]
    expect(later.configs()).toMatchObject([{ scopes: expected }])
    await later.sealScopes()
    expect(await settingsText()).not.toMatch(personal)
    expect(later.configs()).toMatchObject([{ scopes: expected, credential: 'first-key' }])
    expect(open(vault).configs()).toMatchObject([{ scopes: expected }])
  })

  it('stays where it was, with its key, when the file cannot be written', async () => {
    const { keeper, account } = await withAccount()
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    const changed = { ...draftWithoutSecrets, id: account.id, scopes }
    expect(await keeper.saveAccount(changed, 'keychain')).toMatchObject({ error: { kind: 'config' } })
    expect(keeper.configs()).toMatchObject([{ scopes: draft.scopes, credential: 'first-key' }])
  })
})

describe('an account that is there', () => {
  it('is watched only while enabled and with its secret', async () => {
    const secrets = new Map<string, Secret>()
    const { keeper, account } = await withAccount(memoryVault(secrets))
    await keeper.enableAccount(account.id, false)
    expect(keeper.configs()).toEqual([])
    await keeper.enableAccount(account.id, true)
    expect(keeper.configs()).toHaveLength(1)
    secrets.clear()
    expect(keeper.configs()).toEqual([])
  })

  it('takes its secret along when it is removed', async () => {
    const secrets = new Map<string, Secret>()
    const { keeper, account } = await withAccount(memoryVault(secrets))
    expect(await keeper.removeAccount(account.id)).toMatchObject({ ok: true })
    expect(secrets.size).toBe(0)
    expect(open().view().accounts).toEqual([])
  })

  it('says whose key cannot be read', async () => {
    const { keeper: _keeper, ...rest } = await withAccount()
    const unreadable = () => err({ kind: 'keychain', message: 'unreadable' } as const)
    const view = open({ ...memoryVault(), read: unreadable }).view()
    expect(view.accounts).toMatchObject([{ id: rest.account.id, hasCredential: false }])
    expect(view.problem).toMatchObject({ kind: 'keychain', message: expect.stringContaining('“Hub”') })
  })
})

describe('settings', () => {
  it('changes only what is named, and remembers it', async () => {
    const keeper = open()
    await keeper.saveSettings({ theme: 'dark' })
    await keeper.saveSettings({ density: 'compact' })
    expect(open().settings()).toMatchObject({
      theme: 'dark',
      density: 'compact',
      heartbeatIntervalMs: 10_000,
    })
  })
})

it('notifies nobody before they have chosen it', () => {
  expect(open().settings()).toMatchObject({ notifications: false, notificationsAsked: false })
})

describe('a managed workspace', () => {
  const { id: _id, ...base } = draft
  const config = { ...base, id: 'luaprot-1', credential: 'managed-key', headers: {} }

  it('shows its accounts without secrets, cannot be changed and is never stored', async () => {
    const keeper = open(memoryVault(), 'managed')
    keeper.manage(ok({ accounts: [config], settings: { heartbeatIntervalMs: 2_000 }, hosts: [] }))
    expect(JSON.stringify(keeper.view())).not.toContain('managed-key')
    expect(keeper.view()).toMatchObject({
      kind: 'managed',
      accounts: [{ id: 'luaprot-1', hasCredential: true }],
    })
    expect(await keeper.saveAccount(draft, 'keychain')).toMatchObject({ error: { kind: 'unsupported' } })
    expect(await keeper.removeAccount('luaprot-1')).toMatchObject({ error: { kind: 'unsupported' } })

    await keeper.saveSettings({ theme: 'dark' })
    expect(keeper.settings()).toMatchObject({ theme: 'dark', heartbeatIntervalMs: 2_000 })
    const text = await readFile(path.join(folder, 'settings.json'), 'utf8')
    expect(text).not.toMatch(/luaprot-1|managed-key|2000/)
  })

  it('says why there is none', () => {
    const keeper = open(memoryVault(), 'managed')
    const problem = { kind: 'config', path: 'accounts', message: 'accounts: wrong' } as const
    keeper.manage(err(problem))
    expect(keeper.view()).toMatchObject({ accounts: [], problem })
  })
})
