import { describe, expect, it } from 'vitest'
import { createSession } from '../../../../../src/main/watch/providers/new-session'
import type { Provider } from '../../../../../src/main/watch/providers/provider'
import { createProvider, recordingProvider } from '../../../../../src/main/watch/providers/registry'
import type { AccountConfig, ProviderId } from '../../../../../src/shared/account'
import { providerIds } from '../../../../../src/shared/ids'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'
import { createFakeClock } from '../../../../harness/fake-clock'
import { type Hit, httpServer, record } from '../../../../integration/http/servers'

const account = (provider: ProviderId, over: Partial<AccountConfig> = {}): AccountConfig => {
  const { baseUrl, authHeader, requestsPerMinute } = providerCatalog[provider]
  return {
    id: 'account',
    provider,
    label: 'Label',
    baseUrl,
    authHeader,
    scopes: [{ kind: 'organisation', id: '*' }],
    enabled: true,
    notify: true,
    requestsPerMinute,
    credential: 'the-credential',
    headers: {},
    ...over,
  }
}

const make = (config: AccountConfig, log = (_line: string) => {}) =>
  createProvider(config, { clock: createFakeClock(), label: () => config.label, proxy: null, log })

const heartbeat = { signal: new AbortController().signal, cursor: null, maxRequests: 2 }

/** Runs `use` with the account at a service that always gives this answer; what it was asked. */
async function answered(
  config: AccountConfig,
  { status, body }: { status: number; body: unknown },
  use: (provider: Provider) => Promise<unknown>,
): Promise<Hit[]> {
  const hits: Hit[] = []
  const server = await httpServer(async (request, response) => {
    await record(request, hits)
    response.writeHead(status).end(body === '' ? '' : JSON.stringify(body))
  })
  const { provider } = make({ ...config, baseUrl: server.url })
  try {
    await use(provider)
  } finally {
    await provider.close()
    await server.close()
  }
  return hits
}

describe('the registry', () => {
  it.each(providerIds)('makes of %s just what the catalogue says that it offers', async (id) => {
    const { disconnect, logs, scripts, machines } = providerCatalog[id]
    const { provider } = make(account(id))
    expect({
      disconnect: provider.isLive !== undefined,
      logs: provider.logs !== undefined,
      managed: provider.scripts !== undefined,
      counted: provider.counts !== undefined,
      machines: provider.terminals !== undefined,
      statistics: provider.statistics !== undefined,
    }).toEqual({
      disconnect,
      logs,
      managed: scripts?.kind === 'managed',
      counted: scripts?.kind === 'counted',
      machines: machines !== null,
      statistics: machines !== null,
    })
    await provider.close()
  })

  it.each([
    { id: 'luaprot', allowance: 10, sweeps: 1 },
    { id: 'luaauth', allowance: 25, sweeps: 2 },
    { id: 'junkie', allowance: 30, sweeps: 2 },
    { id: 'vsay', allowance: 30, sweeps: 1 },
  ] as const)('makes $id with half of its known budget for heartbeats', async ({ id, allowance, sweeps }) => {
    const { provider, budget } = make(account(id))
    expect(budget.heartbeatAllowance()).toBe(allowance)
    expect(provider.sweepsUntilGone).toBe(sweeps)
    await provider.close()
  })

  it('knows every provider of the catalogue, and the account’s own budget', async () => {
    for (const id of providerIds) {
      const { provider, budget } = make(account(id, { requestsPerMinute: 12 }))
      expect(budget.heartbeatAllowance()).toBe(6)
      await provider.close()
    }
  })

  it.each([
    { id: 'luaprot', scope: { kind: 'hub', id: '1' }, wanted: 'application/json' },
    { id: 'luaauth', scope: { kind: 'script', id: '1' }, wanted: 'application/json' },
    { id: 'junkie', scope: { kind: 'organisation', id: '*' }, wanted: undefined },
    { id: 'vsay', scope: { kind: 'organisation', id: '*' }, wanted: undefined },
  ] as const)(
    'sends what the document of $id wants with every request, and by curl, too',
    async ({ id, scope, wanted }) => {
      const hits = await answered(account(id), { status: 200, body: {} }, async (provider) => {
        await provider.listSessions(scope, heartbeat)
        await provider.details(createSession('account', id, '7', { scriptId: '1' }), heartbeat.signal)
      })
      const reads = hits.filter(({ body }) => body === '')
      expect(reads.length).toBeGreaterThan(0)
      for (const { headers } of reads) expect(headers['content-type']).toBe(wanted)

      const config = account(id)
      const { provider, recorded } = recordingProvider(config, config, createFakeClock())
      await provider.listSessions(scope, heartbeat)
      await provider.disconnect(createSession('account', id, '7', {}))
      for (const { body, headers } of recorded)
        expect(headers['content-type']).toBe(body === null ? wanted : 'application/json')
    },
  )

  it('lets an account’s own header win over what a document wants', async () => {
    const own = account('luaprot', { headers: { 'Content-Type': 'application/vnd.api+json' } })
    const [hit] = await answered(own, { status: 200, body: {} }, (provider) =>
      provider.listSessions({ kind: 'hub', id: '1' }, heartbeat),
    )
    expect(hit?.headers['content-type']).toBe('application/vnd.api+json')
  })

  it.each([200, 400, 401, 403, 429, 500])(
    'takes LuaAuth’s “ratelimited” for what it says, whatever its status (%i)',
    async (status) => {
      const code = status === 200 ? 0 : -1
      const body = { success: false, error: { code, message: 'Ratelimited' } }
      const errors: unknown[] = []
      await answered(account('luaauth'), { status, body }, async (provider) => {
        const answer = await provider.listSessions({ kind: 'script', id: '1' }, heartbeat)
        errors.push(!answer.ok && answer.error.error)
      })
      await answered(account('luaauth'), { status, body }, async (provider) => {
        const disconnected = await provider.disconnect(createSession('account', 'luaauth', '7', {}))
        errors.push(!disconnected.ok && disconnected.error)
      })
      expect(errors).toMatchObject([
        { kind: 'rate-limited', retryAfterMs: null },
        { kind: 'rate-limited', retryAfterMs: null },
      ])
    },
  )

  it.each([
    [
      { code: -1, message: 'unauthorized or invalid request', failed: ['token was revoked'] },
      'token was revoked',
    ],
    [{ code: 0, message: 'script “ratelimited.lua” is unknown' }, 'is unknown'],
  ])('takes no other word of LuaAuth for it: %j', async (error, says) => {
    const errors: unknown[] = []
    await answered(account('luaauth'), { status: 400, body: { success: false, error } }, async (provider) => {
      const answer = await provider.listSessions({ kind: 'script', id: '1' }, heartbeat)
      errors.push(!answer.ok && answer.error.error)
    })
    expect(errors).toMatchObject([{ kind: 'refused', message: expect.stringContaining(says) }])
  })

  it.each([
    ['Too many requests, slow down', 'rate-limited', /too many requests/],
    ['Rate limit exceeded', 'rate-limited', /too many requests/],
    ['Missing scope', 'forbidden', /“Missing scope”.*asked too often.*scope rest-api/],
    [undefined, 'forbidden', /asked too often.*If it stays so, check that the API key/],
  ])(
    'does not blame the key where Junkie may mean that it was asked too often: %s',
    async (word, kind, says) => {
      const errors: { kind: string; message: string }[] = []
      const body = word === undefined ? '' : { error: word }
      await answered(account('junkie'), { status: 403, body }, async (provider) => {
        const answer = await provider.listSessions({ kind: 'organisation', id: '*' }, heartbeat)
        if (!answer.ok) errors.push(answer.error.error)
      })
      expect(errors).toMatchObject([{ kind, message: expect.stringMatching(says) }])
    },
  )

  it('tells a LuaProt user whose key is refused about the IP allow-list, and the log no secret', async () => {
    const hits: Hit[] = []
    const server = await httpServer(async (request, response) => {
      await record(request, hits)
      response.writeHead(401).end('{"success":false,"message":"Unauthorized."}')
    })
    const lines: string[] = []
    const { provider } = make(account('luaprot', { baseUrl: server.url }), (line) => lines.push(line))
    try {
      const answer = await provider.listSessions(
        { kind: 'key', id: 'customer-key-1234' },
        { signal: new AbortController().signal, cursor: null, maxRequests: 1 },
      )
      expect(answer).toMatchObject({
        ok: false,
        error: {
          error: {
            kind: 'unauthorized',
            message:
              'LuaProt (Label) does not accept the key (401): “Unauthorized”. Check the API key, and that the LuaProt dashboard’s IP allow-list holds this machine’s public address.',
          },
        },
      })
      expect(lines).toEqual(['GET /api/v1/sessions/get?key=…1234 -> 401, 0 ms (unauthorized)'])
    } finally {
      await provider.close()
      await server.close()
    }
  })
})
