import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  configJsonSchema,
  parseConfigFile,
  readConfigFile,
  readWorkspace,
} from '../../../../src/main/settings/config-file'
import { providerCatalog } from '../../../../src/shared/provider-catalog'

const hub = { kind: 'hub', id: '40511091490620200512' }
const luaprot = { provider: 'luaprot', label: 'Hub', credential: 'k1', scopes: [hub] }
const vsay = { provider: 'vsay', label: 'Ops', credential: 'k4' }

const problemOf = (value: unknown) => {
  const result = readWorkspace(value)
  if (result.ok) throw new Error('expected an error')
  return result.error
}

describe('readWorkspace', () => {
  it('fills in the known defaults of a provider', () => {
    const result = readWorkspace({ accounts: [vsay] })
    expect(result).toEqual({
      ok: true,
      value: {
        settings: {},
        hosts: [],
        accounts: [
          {
            id: 'vsay-1',
            provider: 'vsay',
            label: 'Ops',
            baseUrl: providerCatalog.vsay.baseUrl,
            authHeader: providerCatalog.vsay.authHeader,
            scopes: [{ kind: 'organisation', id: '*' }],
            enabled: true,
            notify: true,
            requestsPerMinute: providerCatalog.vsay.requestsPerMinute,
            credential: 'k4',
            headers: {},
          },
        ],
      },
    })
  })

  it('takes everything that a file may say', () => {
    const account = {
      ...luaprot,
      baseUrl: 'http://127.0.0.1:4101',
      headers: { 'X-Gate': 'open' },
      authHeader: { name: 'X-Key', scheme: 'Key ' },
      notify: false,
      enabled: false,
      requestsPerMinute: 30,
    }
    const settings = { heartbeatIntervalMs: 2000 }
    const result = readWorkspace({ $schema: './config.schema.json', accounts: [account], settings })
    expect(result).toEqual({
      ok: true,
      value: { accounts: [{ id: 'luaprot-1', ...account }], settings, hosts: [] },
    })
  })

  it.each([
    ['accounts[1].scopes[0].id', { accounts: [vsay, { ...luaprot, scopes: [{ kind: 'hub', id: '' }] }] }],
    ['accounts[0].provider', { accounts: [{ ...vsay, provider: 'other' }] }],
    ['accounts[0].credential', { accounts: [{ ...vsay, credential: 'has a space' }] }],
    ['accounts[0].baseUrl', { accounts: [{ ...vsay, baseUrl: 'http://api.example.com' }] }],
    ['accounts[0].headers.Host', { accounts: [{ ...vsay, headers: { Host: 'elsewhere' } }] }],
    [
      'accounts[0].headers.transfer-encoding',
      { accounts: [{ ...vsay, headers: { 'transfer-encoding': 'x' } }] },
    ],
    ['accounts[0].headers.X-Team', { accounts: [{ ...vsay, headers: { 'X-Team': 'a\r\nHost: b' } }] }],
    [
      'accounts[0].authHeader.name',
      { accounts: [{ ...vsay, authHeader: { name: 'Connection', scheme: '' } }] },
    ],
    ['accounts[0].authHeader.scheme', { accounts: [{ ...vsay, authHeader: { name: 'A', scheme: 'a\n' } }] }],
    ['accounts[0].scopes', { accounts: [{ ...luaprot, scopes: undefined }] }],
    ['accounts[0].scopes[0].kind', { accounts: [{ ...vsay, scopes: [hub] }] }],
    ['settings.heartbeatIntervalMs', { accounts: [], settings: { heartbeatIntervalMs: 10 } }],
    ['accounts', {}],
  ])('names %s', (place, value) => {
    const problem = problemOf(value)
    expect(problem).toMatchObject({ kind: 'config', path: place })
    expect(problem.message.startsWith(`${place}: `)).toBe(true)
  })

  it('takes a name that it does not know for a mistake', () => {
    expect(problemOf({ accounts: [{ ...vsay, lable: 'Ops' }] }).message).toContain('lable')
  })

  it('never repeats a secret', () => {
    const secret = 'top secret 123'
    const problem = problemOf({
      accounts: [{ ...vsay, credential: secret, headers: { 'X-A': `${secret}\n` } }],
    })
    expect(JSON.stringify(problem)).not.toContain(secret)
  })
})

describe('reading a file', () => {
  it('says that a text is not JSON', () => {
    expect(parseConfigFile('{')).toMatchObject({ ok: false, error: { kind: 'config' } })
  })

  it('says that a file is not there, or not named', () => {
    expect(readConfigFile(path.join('no', 'such', 'file.json'))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('cannot be read') },
    })
    expect(readConfigFile('')).toMatchObject({
      ok: false,
      error: { message: '--config needs the name of a file.' },
    })
  })
})

// Stale? `npx vitest run --project unit test/unit/main/settings/config-file.test.ts -u` writes it anew.
it('publishes the JSON schema that the code has', async () => {
  const published = `${JSON.stringify(configJsonSchema(), null, 2)}\n`
  await expect(published).toMatchFileSnapshot('../../../../docs/config.schema.json')
})
