import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { configJsonSchema, readConfigFile, readWorkspace } from '../../../../src/main/settings/config-file'
import { providerCatalog } from '../../../../src/shared/providers/catalog'
import { temporaryFolder } from '../../../harness/temporary-folder'

const hub = { kind: 'hub', id: '40511091490620200512' }
const luaprot = { provider: 'luaprot', label: 'Hub', credential: 'k1', scopes: [hub] }
const vsay = { provider: 'vsay', label: 'Ops', credential: 'k4' }

const newFile = temporaryFolder()

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

  it.each([
    [{ accounts: [{ ...vsay, label: undefined }] }, 'accounts[0].label: is missing'],
    [{ accounts: [{ ...vsay, label: 7 }] }, 'accounts[0].label: must be a text'],
    [{ accounts: [{ ...vsay, label: '' }] }, 'accounts[0].label: must not be empty'],
    [
      { accounts: [{ ...vsay, provider: 'other' }] },
      'accounts[0].provider: must be luaprot or luaauth or junkie or vsay',
    ],
    [{ accounts: [{ ...vsay, requestsPerMinute: 1 }] }, 'accounts[0].requestsPerMinute: must be at least 6'],
    [
      { accounts: [{ ...vsay, requestsPerMinute: 9.5 }] },
      'accounts[0].requestsPerMinute: must be a whole number',
    ],
    [{ accounts: [{ ...vsay, lable: 'Ops' }] }, 'accounts[0]: nothing is called lable here'],
    [{ accounts: {} }, 'accounts: must be a list'],
    [[], 'the top level: must be an object'],
    [{ accounts: [{ ...vsay, scopes: [hub] }] }, 'accounts[0].scopes[0].kind: must be organisation for VSay'],
  ])('says what is wrong in words: %j', (value, message) => {
    expect(problemOf(value).message).toBe(message)
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
  const messageOf = (text: string | null) => {
    const file = newFile()
    if (text !== null) writeFileSync(file, text)
    const result = readConfigFile(file)
    return result.ok ? null : result.error.message.replace(file, 'FILE').replace(path.basename(file), 'NAME')
  }

  it.each([
    ['{', 'NAME is not valid JSON'],
    ['{\n  "accounts": [],\n  "token-abc": x\n}', 'NAME is not valid JSON'],
    ['{}', 'NAME has a mistake at accounts: is missing'],
  ])('names the file, the place and what to do: %j', (text, begins) => {
    const message = messageOf(text)
    expect(message?.startsWith(begins)).toBe(true)
    expect(message?.endsWith('Correct the file and start again.')).toBe(true)
    expect(message).not.toContain('token-abc')
  })

  it('takes a file that an editor began with a byte order mark', () => {
    expect(messageOf('\ufeff{ "accounts": [] }')).toBeNull()
  })

  it('says that a file is not there, or not named', () => {
    expect(messageOf(null)).toBe('FILE cannot be read. Check its name and its permissions, then start again.')
    expect(readConfigFile('')).toMatchObject({
      ok: false,
      error: { message: '--config needs the name of a file, such as --config accounts.json.' },
    })
  })
})

// Stale? `npx vitest run --project unit test/unit/main/settings/config-file.test.ts -u` writes it anew.
it('publishes the JSON schema that the code has', async () => {
  const published = `${JSON.stringify(configJsonSchema(), null, 2)}\n`
  await expect(published).toMatchFileSnapshot('../../../../docs/config.schema.json')
})
