import { describe, expect, it } from 'vitest'
import { createSession } from '../../../../../src/main/watch/providers/words'
import { curlHandlers } from '../../../../../src/main/watch/requests/curl'
import {
  type AccountConfig,
  accountConfigSchema,
  type ProviderId,
  type Scope,
} from '../../../../../src/shared/account'
import type { CurlSubject } from '../../../../../src/shared/curl'
import { providerCatalog } from '../../../../../src/shared/provider-catalog'
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

const handlers = curlHandlers({
  clock: createFakeClock(),
  row(key) {
    const [provider, id] = key.split(':') as [ProviderId, string]
    return id === 'gone' ? undefined : unlistedRow(createSession(provider, provider, id, {}))
  },
  account: (id) => accountOf(id as ProviderId),
  scope: (key) => ({ accountId: key, scope: scopes[key as ProviderId] }),
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
