import { describe, expect, it } from 'vitest'
import { type Plan, planBulk } from '../../../../../src/main/watch/actions/bulk-plan'
import { createSession } from '../../../../../src/main/watch/providers/new-session'
import { recordingProvider } from '../../../../../src/main/watch/providers/registry'
import { curlHandlers } from '../../../../../src/main/watch/requests/curl'
import {
  type AccountConfig,
  accountConfigSchema,
  type ProviderId,
  type Scope,
  scopeKey,
} from '../../../../../src/shared/account'
import type { BulkDraft } from '../../../../../src/shared/bulk'
import type { CurlSubject } from '../../../../../src/shared/curl'
import { providerIds } from '../../../../../src/shared/ids'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'
import type { RosterRow } from '../../../../../src/shared/session'
import { unlistedRow } from '../../../../../src/shared/unlisted-row'
import { createFakeClock } from '../../../../harness/fake-clock'

const scopes: Readonly<Record<ProviderId, Scope>> = {
  luaprot: { kind: 'hub', id: '40511091490620200512' },
  luaauth: { kind: 'script', id: 'script_1' },
  junkie: { kind: 'organisation', id: '*' },
  vsay: { kind: 'organisation', id: '*' },
}

const accountOf = (provider: ProviderId): AccountConfig =>
  accountConfigSchema.parse({
    id: provider,
    provider,
    label: provider,
    baseUrl: 'https://service.example/base',
    authHeader: providerCatalog[provider].authHeader,
    credential: 'never-shown-1',
    headers: { 'X-Gate': 'never-shown-2' },
    scopes: [scopes[provider]],
    enabled: true,
    notify: true,
    requestsPerMinute: 60,
  })

const plans = new Map<string, Plan>()
const sessions = {
  get(key: string) {
    const [provider, id] = key.split(':') as [ProviderId, string]
    return id === 'gone' ? undefined : unlistedRow(createSession(provider, provider, id, {}))
  },
}
const monitor = {
  get: (accountId: string) => ({ account: accountOf(accountId as ProviderId) }),
  health: () => providerIds.map((id) => ({ key: id, accountId: id, scope: scopes[id] })),
}
const handlers = curlHandlers(createFakeClock(), sessions, monitor, {
  plan: (planId) => plans.get(planId),
})
const ask = (subject: CurlSubject) => handlers['curl.of'](subject)

/** The command without its unchanging headers. */
const brief = async (subject: CurlSubject) => {
  const result = await ask(subject)
  if (!result.ok) return result.error
  return result.value.command
    .split(' \\\n  ')
    .filter((line) => !/^--header '(accept|user-agent|content-type|x-gate)/.test(line))
}

describe('curl.of', () => {
  it('writes down each service’s own requests, in the service’s own way', async () => {
    expect(await brief({ kind: 'details', key: 'luaprot:97' })).toEqual([
      'curl --globoff --request GET',
      `--header 'authorization: '"$LUAPROT_TOKEN"`,
      `--url 'https://service.example/base/api/v1/sessions/97/info'`,
    ])
    expect(
      await brief({ kind: 'message', key: 'luaprot:97', message: { kind: 'text', text: 'it’s time' } }),
    ).toContain(`--data-raw '{"message":"it’s time"}'`)
    expect(await brief({ kind: 'disconnect', key: 'vsay:sess_1' })).toEqual([
      'curl --globoff --request DELETE',
      `--header 'authorization: Bearer '"$VSAY_TOKEN"`,
      `--url 'https://service.example/base/sessions/sess_1'`,
    ])
    expect(
      await brief({
        kind: 'message',
        key: 'luaauth:a',
        message: { kind: 'handler', handler: 'ping', data: { n: 1 } },
      }),
    ).toEqual([
      'curl --globoff --request POST',
      `--header 'token: '"$LUAAUTH_TOKEN"`,
      `--data-raw '{"key":"ping","data":{"n":1}}'`,
      `--url 'https://service.example/base/sessions/a/message'`,
    ])
  })

  it.each([
    ['luaprot', 'GET', '/api/v1/sessions/get?hubId=40511091490620200512'],
    ['luaauth', 'POST', '/scripts/script_1/sessions'],
    ['junkie', 'GET', '/live-users'],
    ['vsay', 'GET', '/sessions?status=active'],
  ])('writes down a heartbeat of %s', async (scopeKey, method, path) => {
    const lines = await brief({ kind: 'heartbeat', scopeKey })
    expect(lines).toContain(`curl --globoff --request ${method}`)
    expect(String(lines)).toContain(`'https://service.example/base${path}`)
  })

  it('holds no secret anywhere', async () => {
    for (const provider of Object.keys(scopes) as ProviderId[])
      for (const subject of [
        { kind: 'heartbeat', scopeKey: provider },
        { kind: 'disconnect', key: `${provider}:1` },
        { kind: 'details', key: `${provider}:1` },
      ] as const)
        expect(JSON.stringify(await ask(subject))).not.toContain('never-shown')
  })

  it('writes down what is asked of a script, where a service says anything of one', async () => {
    expect(await brief({ kind: 'script', accountId: 'luaauth', scriptId: 'script_1' })).toEqual([
      'curl --globoff --request GET',
      `--header 'token: '"$LUAAUTH_TOKEN"`,
      `--url 'https://service.example/base/scripts/script_1'`,
    ])
    expect(await brief({ kind: 'script', accountId: 'junkie', scriptId: '1' })).toMatchObject({
      kind: 'unsupported',
    })
  })

  const ref = { accountId: 'luaauth', scriptId: 'script_1' } as const
  it.each<[CurlSubject, string, string, string?]>([
    [{ kind: 'script-executions', ...ref }, 'GET', '/scripts/script_1/executions'],
    [
      { kind: 'script-edit', ...ref, edit: { name: `it's`, kickOutdated: true } },
      'POST',
      '/scripts/script_1/edit',
      String.raw`'{"name":"it'\''s","kick_outdated":true}'`,
    ],
    [
      { kind: 'script-toggle', ...ref, enabled: false },
      'POST',
      '/scripts/script_1/toggle',
      `'{"state":false}'`,
    ],
    [{ kind: 'script-remove', ...ref }, 'POST', '/scripts/script_1/remove', `'{}'`],
    [{ kind: 'logs', key: 'vsay:sess_1', format: 'text' }, 'GET', '/sessions/sess_1/logs?format=text'],
    [{ kind: 'statistics', accountId: 'vsay', period: 'month' }, 'GET', '/sessions/stats?period=month'],
    [
      { kind: 'terminal', accountId: 'vsay', machineId: 'mch_1' },
      'POST',
      '/sessions',
      `'{"machine_id":"mch_1","terminal_size":{"cols":80,"rows":24}}'`,
    ],
  ])('writes down %j', async (subject, method, path, body) => {
    const lines = await brief(subject)
    expect(lines).toContain(`curl --globoff --request ${method}`)
    expect(lines).toContain(`--url 'https://service.example/base${path}'`)
    if (body !== undefined) expect(lines).toContain(`--data-raw ${body}`)
  })

  it('reads a new source from a file, and holds none', async () => {
    const result = await ask({ kind: 'script-update', ...ref })
    expect(result).toMatchObject({ ok: true, value: { variables: expect.arrayContaining(['SCRIPT_FILE']) } })
    expect(result.ok && result.value.command.split(' |\n')[0]).toBe(
      `jq --null-input --compact-output --rawfile text "$SCRIPT_FILE" '{"script":$text}'`,
    )
  })

  describe('of a bulk action', () => {
    const row = (provider: ProviderId, id: string) => unlistedRow(createSession(provider, provider, id, {}))
    const preview = async (draft: BulkDraft, rows: readonly RosterRow[]) => {
      const plan = planBulk('plan', draft, {
        sessions: { allListed: () => rows, get: (key) => rows.find((each) => each.key === key) },
        disconnects: { pending: () => undefined },
        remembered: { get: () => null },
        accounts: {
          get(id) {
            const account = accountOf(id as ProviderId)
            const { provider } = recordingProvider(account, account, createFakeClock())
            return { account, provider, budget: { bulkMs: () => 0 }, nudge: () => undefined }
          },
        },
      })
      if (!plan.ok) throw new Error(plan.error.message)
      plans.set('plan', plan.value)
      return ask({ kind: 'bulk', planId: 'plan' })
    }
    const linesOf = async (draft: BulkDraft, rows: readonly RosterRow[]) => {
      const result = await preview(draft, rows)
      if (!result.ok) return result.error
      return result.value.command
        .split('\n')
        .map((line) => line.trim().replace(/ \\$/, ''))
        .filter((line) => !line.startsWith('--header'))
    }
    const scoped = { ...row('luaprot', '1'), scopes: [scopeKey('luaprot', scopes.luaprot)] }
    const hub = { kind: 'scope', accountId: 'luaprot', scope: scopes.luaprot } as const
    const text = { kind: 'text', text: 'Restart' } as const

    it('is the one request that reaches a whole hub', async () => {
      const messages = [text]
      expect(await linesOf({ kind: 'message', target: hub, messages, waitMs: 0 }, [scoped])).toEqual([
        'curl --globoff --request POST',
        `--data-raw '{"hubId":"40511091490620200512","message":"Restart"}'`,
        `--url 'https://service.example/base/api/v1/sessions/messageall'`,
      ])
      expect(await linesOf({ kind: 'disconnect', target: hub, messages: [], waitMs: 0 }, [scoped])).toEqual([
        'curl --globoff --request DELETE',
        `--url 'https://service.example/base/api/v1/sessions/disconnectall?hubId=40511091490620200512'`,
      ])
    })

    it('disconnects by ids, an account after another, each with a token of its own', async () => {
      const rows = [row('luaauth', 'a'), row('luaauth', 'b'), row('vsay', 's')]
      const target = { kind: 'sessions', keys: rows.map(({ key }) => key) } as const
      const draft: BulkDraft = { kind: 'disconnect', target, messages: [], waitMs: 0 }
      expect(await linesOf(draft, rows)).toEqual([
        `: 'luaauth'`,
        'curl --globoff --request POST',
        `--data-raw '{"session_ids":["a","b"]}'`,
        `--url 'https://service.example/base/sessions/disconnect'`,
        `: 'vsay'`,
        'curl --globoff --request DELETE',
        `--url 'https://service.example/base/sessions/s'`,
      ])
      const result = await preview(draft, rows)
      expect(result.ok && result.value.variables).toEqual(
        expect.arrayContaining(['LUAAUTH_TOKEN', 'VSAY_TOKEN']),
      )
    })

    it('waits between what it says and what it ends', async () => {
      const target = { kind: 'sessions' as const, keys: ['luaprot:1'] }
      const draft: BulkDraft = { kind: 'message-disconnect', target, messages: [text], waitMs: 60_000 }
      const lines = await linesOf(draft, [scoped])
      expect(lines).toEqual([
        'curl --globoff --request POST',
        `--data-raw '{"message":"Restart"}'`,
        `--url 'https://service.example/base/api/v1/sessions/message/1'`,
        'sleep 60',
        'curl --globoff --request DELETE',
        `--url 'https://service.example/base/api/v1/sessions/disconnect/1'`,
      ])
    })

    it('is refused where it is too long, reaches nobody or is forgotten', async () => {
      const rows = Array.from({ length: 101 }, (_, index) => row('vsay', `s${index}`))
      const target = { kind: 'sessions', keys: rows.map(({ key }) => key) } as const
      const draft: BulkDraft = { kind: 'disconnect', target, messages: [], waitMs: 0 }
      expect(await linesOf(draft, rows)).toMatchObject({ kind: 'too-large' })
      expect(await linesOf(draft, [])).toMatchObject({ kind: 'unsupported' })
      expect(await ask({ kind: 'bulk', planId: 'forgotten' })).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      })
    })
  })

  it('writes down the first request of a look-up', async () => {
    const question = { provider: 'luaprot', by: 'key', id: 'a key' } as const
    expect(await brief({ kind: 'lookup', accountId: 'luaprot', question })).toContain(
      `--url 'https://service.example/base/api/v1/sessions/get?key=a%20key'`,
    )
  })

  it('says why there is no command', async () => {
    expect(await brief({ kind: 'details', key: 'vsay:gone' })).toMatchObject({ kind: 'not-found' })
    expect(await brief({ kind: 'details', key: 'junkie:1' })).toMatchObject({ kind: 'unsupported' })
    expect(await brief({ kind: 'disconnect', key: 'junkie:1' })).toMatchObject({ kind: 'unsupported' })
    expect(await brief({ kind: 'details', key: 'vsay:stats' })).toMatchObject({ kind: 'invalid' })
  })
})
