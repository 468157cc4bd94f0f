import { describe, expect, it } from 'vitest'
import { createProvider } from '../../../../../src/main/watch/providers/registry'
import type { AccountConfig, ProviderId } from '../../../../../src/shared/account'
import { providerIds } from '../../../../../src/shared/ids'
import { providerCatalog } from '../../../../../src/shared/provider-catalog'
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

describe('the registry', () => {
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
