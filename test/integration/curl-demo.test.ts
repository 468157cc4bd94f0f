import { execFile, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { LUAAUTH_SCRIPT_IDS } from '../../src/demo/luaauth-world'
import { readWorkspace } from '../../src/main/settings/config-file'
import type { AccountConfig, ProviderId } from '../../src/shared/account'
import type { BulkDraft } from '../../src/shared/bulk'
import type { CurlSubject } from '../../src/shared/curl'
import { sessionKey } from '../../src/shared/ids'
import type { Client } from '../../src/shared/rpc'
import { temporaryFolder } from '../harness/temporary-folder'
import { openWatchThread } from '../harness/watch-thread'

const run = promisify(execFile)
const newFile = temporaryFolder()
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const { keyed, freeForAll, outdated } = LUAAUTH_SCRIPT_IDS

describe.skipIf(!has('curl'))('requests as curl against the demo services', () => {
  let demo: Demo
  let client: Client
  let accounts: AccountConfig[]
  let close: () => void

  beforeAll(async () => {
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population: { luaprot: 3, luaauth: 8, junkie: 0, vsay: 4 },
    })
    const workspace = readWorkspace(demo.workspace)
    if (!workspace.ok) throw new Error(workspace.error.message)
    accounts = workspace.value.accounts
    const watch = openWatchThread(newFile())
    client = watch.client
    close = watch.close
    await client.request('watch.configure', { accounts, heartbeatIntervalMs: 2_000, proxies: {} })
    await vi.waitFor(
      async () => {
        const health = await client.request('health.list')
        expect(health.ok && health.value.every(({ state }) => state === 'live')).toBe(true)
      },
      { timeout: 20_000, interval: 100 },
    )
  })
  afterAll(async () => {
    close?.()
    await demo?.stop()
  })

  const account = (provider: ProviderId) =>
    accounts.find((each) => each.provider === provider) ?? expect.fail(`no account of ${provider}`)
  const keyOf = (provider: ProviderId, id: string) => sessionKey(account(provider).id, id)
  const arrival = async (provider: 'luaprot' | 'luaauth' | 'vsay') => {
    const { id } = demo.crowds[provider].arrive()
    const key = keyOf(provider, id)
    await vi.waitFor(async () => expect((await client.request('session.details', { key })).ok).toBe(true), {
      timeout: 20_000,
      interval: 100,
    })
    return { id, key }
  }
  /** Runs a request in a shell; what each line answered, and what the service got. */
  const paste = async (subject: CurlSubject, files: Record<string, string> = {}) => {
    const asked = await client.request('curl.of', subject)
    if (!asked.ok) throw new Error(asked.error.message)
    const { command } = asked.value
    for (const { credential } of accounts) expect(command).not.toContain(credential)
    const before = demo.recorded.requests.length
    const tokens = accounts.map(({ provider, credential }) => [`${provider.toUpperCase()}_TOKEN`, credential])
    const env = { ...process.env, ...Object.fromEntries(tokens), ...files }
    const { stdout } = await run('sh', ['-e', '-c', command], { env })
    const isOurs = ({ method, path }: { method: string; path: string }) =>
      // Heartbeats go on.
      !/^GET .*\/(sessions\/get|sessions|live-users)$|^POST .*\/sessions$/.test(`${method} ${path}`) ||
      subject.kind === 'terminal'
    return { stdout, requests: demo.recorded.requests.slice(before).filter(isOurs) }
  }
  const luaauth = (scriptId: string) => ({ accountId: account('luaauth').id, scriptId })
  const accepted = { success: true }

  it('changes a script: switches, its name, its removal', async () => {
    const toggled = await paste({ kind: 'script-toggle', ...luaauth(freeForAll), enabled: false })
    expect(JSON.parse(toggled.stdout)).toMatchObject(accepted)
    expect(toggled.requests).toMatchObject([
      { method: 'POST', path: `/scripts/${freeForAll}/toggle`, body: { state: false } },
    ])
    const edit = { name: `It's "new", $HOME`, kickOutdated: true }
    const edited = await paste({ kind: 'script-edit', ...luaauth(freeForAll), edit })
    expect(JSON.parse(edited.stdout)).toMatchObject(accepted)
    expect(edited.requests).toMatchObject([
      { path: `/scripts/${freeForAll}/edit`, body: { name: edit.name, kick_outdated: true } },
    ])
    const removed = await paste({ kind: 'script-remove', ...luaauth(outdated) })
    expect(JSON.parse(removed.stdout)).toMatchObject(accepted)
    expect(removed.requests).toMatchObject([{ method: 'POST', path: `/scripts/${outdated}/remove` }])
  })

  it.skipIf(!has('jq'))('updates a source from a file, to the letter', async () => {
    const source = `-- it's "new"\nprint('\\n $HOME \`id\` ✓')\n\n`
    const file = newFile()
    await writeFile(file, source)
    const { stdout, requests } = await paste(
      { kind: 'script-update', ...luaauth(keyed) },
      { SCRIPT_FILE: file },
    )
    expect(JSON.parse(stdout)).toMatchObject(accepted)
    expect(requests).toMatchObject([
      { method: 'POST', path: `/scripts/${keyed}/update`, body: { script: source } },
    ])
  })

  it('reads executions, statistics and logs', async () => {
    const executions = await paste({ kind: 'script-executions', ...luaauth(keyed) })
    expect(JSON.parse(executions.stdout)).toMatchObject({ success: true, executions: expect.anything() })
    const accountId = account('vsay').id
    const statistics = await paste({ kind: 'statistics', accountId, period: 'week' })
    expect(JSON.parse(statistics.stdout)).toMatchObject({ success: true, data: expect.anything() })
    const { id, key } = await arrival('vsay')
    const logs = await paste({ kind: 'logs', key, format: 'json' })
    expect(JSON.parse(logs.stdout)).toMatchObject({ success: true })
    expect(logs.requests).toMatchObject([{ method: 'GET', path: `/v1/sessions/${id}/logs` }])
  })

  it('opens a session on a machine, and ends one', async () => {
    const { id, key } = await arrival('vsay')
    const details = await client.request('session.details', { key })
    const fields = details.ok ? details.value.sections.flatMap((section) => section.fields) : []
    const machineId = String(fields.find((field) => field.id === 'machine.id')?.value)
    const opened = await paste({ kind: 'terminal', accountId: account('vsay').id, machineId })
    expect(JSON.parse(opened.stdout)).toMatchObject({
      success: true,
      data: { session_id: expect.any(String), websocket_url: expect.any(String) },
    })
    const ended = await paste({ kind: 'disconnect', key })
    expect(JSON.parse(ended.stdout)).toMatchObject(accepted)
    expect(ended.requests).toMatchObject([{ method: 'DELETE', path: `/v1/sessions/${id}` }])
  })

  const bulk = async (draft: BulkDraft) => {
    const preview = await client.request('bulk.preview', draft)
    if (!preview.ok) throw new Error(preview.error.message)
    return paste({ kind: 'bulk', planId: preview.value.planId })
  }

  it('messages and disconnects a whole hub, and many by their ids', async () => {
    const { id: accountId, scopes } = account('luaprot')
    const scope = scopes.find(({ kind }) => kind === 'hub') ?? expect.fail('no hub')
    const target = { kind: 'scope', accountId, scope } as const
    const messages = [{ kind: 'text', text: `It's time` } as const]
    const said = await bulk({ kind: 'message', target, messages, waitMs: 0 })
    expect(JSON.parse(said.stdout)).toMatchObject(accepted)
    expect(said.requests).toMatchObject([
      { path: '/api/v1/sessions/messageall', body: { hubId: scope.id, message: `It's time` } },
    ])
    const cut = await bulk({ kind: 'disconnect', target, messages: [], waitMs: 0 })
    expect(JSON.parse(cut.stdout)).toMatchObject(accepted)
    expect(cut.requests).toMatchObject([{ method: 'DELETE', path: '/api/v1/sessions/disconnectall' }])

    const some = [await arrival('luaauth'), await arrival('luaauth')]
    const keys = some.map(({ key }) => key)
    const many = await bulk({
      kind: 'disconnect',
      target: { kind: 'sessions', keys },
      messages: [],
      waitMs: 0,
    })
    expect(JSON.parse(many.stdout)).toMatchObject(accepted)
    expect(many.requests).toMatchObject([
      { path: '/sessions/disconnect', body: { session_ids: some.map(({ id }) => id) } },
    ])
  })
})
