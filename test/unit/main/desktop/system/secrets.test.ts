import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SystemStorage, systemCipher } from '../../../../../src/main/desktop/system/cipher'
import { openVault } from '../../../../../src/main/desktop/system/secrets'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-secrets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const reversed = (text: string) => [...text].reverse().join('')

/** A stand-in for the system's keychain as Electron 25 has it: reverses the text, and knows whose it is by a mark. */
const keychain = (mark = 'A', isThere = true) => ({
  isEncryptionAvailable: () => isThere,
  encryptString: (plain: string) => Buffer.from(mark + reversed(plain)),
  decryptString(bytes: Buffer) {
    const text = bytes.toString()
    if (!text.startsWith(mark)) throw new Error(`cannot decrypt ${text}`)
    return reversed(text.slice(mark.length))
  },
})

/** The same as Electron 44 has it: it answers later, and what an older key encrypted is wanted anew. */
const laterKeychain = (mark = 'A', isThere = true, oldMark = mark) => ({
  isAsyncEncryptionAvailable: async () => isThere,
  encryptStringAsync: async (plain: string) => keychain(mark).encryptString(plain),
  async decryptStringAsync(bytes: Buffer) {
    const shouldReEncrypt = mark !== oldMark && bytes.toString().startsWith(oldMark)
    const result = keychain(shouldReEncrypt ? oldMark : mark).decryptString(bytes)
    return { result, shouldReEncrypt }
  },
})

const vaultOf = (storage: SystemStorage) => openVault(folder, systemCipher(storage))

/** The vault of a later run, which has read what was stored. */
async function later(storage: SystemStorage) {
  const vault = vaultOf(storage)
  await vault.open()
  return vault
}

const secret = { credential: 'the-key', headers: { 'X-Gate': 'gate-value' } }
const stored = () => readFile(path.join(folder, 'secrets.json'), 'utf8')

describe.each([
  ['answers at once', keychain],
  ['answers later', laterKeychain],
])('with a keychain that %s', (_name, system) => {
  it('reads in a later run what an earlier one stored, encrypted in between', async () => {
    const all = { ...secret, scopes: [{ kind: 'key' as const, id: 'customer-key' }] }
    expect(await vaultOf(system()).write('a', all, 'keychain')).toMatchObject({ ok: true })
    expect(await stored()).not.toMatch(/the-key|gate-value|customer-key/)
    expect((await later(system())).read('a')).toEqual({ ok: true, value: all })
  })

  it('is not asked before there is something to read, or somebody wants something of it', async () => {
    const available = vi.fn(() => true)
    const vault = openVault(folder, { ...systemCipher(system()), isSafe: async () => available() })
    expect(vault.keychain).toBe('unknown')
    await vault.open()
    expect(vault.read('nobody')).toEqual({ ok: true, value: null })
    expect(available).not.toHaveBeenCalled()
    await vault.write('a', secret, 'keychain')
    expect(vault.keychain).toBe('available')
  })

  it('keeps every one of several changes made at once', async () => {
    const vault = vaultOf(system())
    await Promise.all(['a', 'b', 'c'].map((id) => vault.write(id, secret, 'keychain')))
    await vault.remove('b')
    const next = await later(system())
    expect(['a', 'b', 'c'].map((id) => next.read(id))).toMatchObject([
      { value: secret },
      { value: null },
      { value: secret },
    ])
  })

  it('forgets what was stored when a secret is for this run only', async () => {
    const vault = vaultOf(system())
    await vault.write('a', secret, 'keychain')
    await vault.write('a', { ...secret, credential: 'other' }, 'memory')
    expect(vault.read('a')).toMatchObject({ value: { credential: 'other' } })
    expect((await later(system())).read('a')).toEqual({ ok: true, value: null })
  })

  it('says when a secret cannot be decrypted, and not what it read', async () => {
    await vaultOf(system('A')).write('a', secret, 'keychain')
    const result = (await later(system('B'))).read('a')
    expect(result).toMatchObject({ ok: false, error: { kind: 'keychain' } })
    expect(JSON.stringify(result)).not.toMatch(/yek-eht|the-key/)
  })

  it('says that a secret cannot be read where the keychain is gone', async () => {
    await vaultOf(system()).write('a', secret, 'keychain')
    const vault = await later(system('A', false))
    expect(vault.read('a')).toMatchObject({ ok: false, error: { kind: 'keychain' } })
    expect(vault.keychain).toBe('unavailable')
  })

  it('keeps a broken file aside', async () => {
    await writeFile(path.join(folder, 'secrets.json'), 'not json')
    const vault = vaultOf(system())
    expect(vault.problem).toMatchObject({ kind: 'config', path: 'secrets.json' })
    expect(await readFile(path.join(folder, 'secrets.json.broken'), 'utf8')).toBe('not json')
  })
})

it('takes a keychain that cannot say whether it is there for none', async () => {
  await vaultOf(laterKeychain()).write('a', secret, 'keychain')
  const isAsyncEncryptionAvailable = () => Promise.reject(new Error('no bus'))
  const vault = await later({ ...laterKeychain(), isAsyncEncryptionAvailable })
  expect(vault.keychain).toBe('unavailable')
  expect(vault.read('a')).toMatchObject({ ok: false, error: { kind: 'keychain' } })
})

it('reads with the new way what the old one stored', async () => {
  await vaultOf(keychain()).write('a', secret, 'keychain')
  expect((await later(laterKeychain())).read('a')).toEqual({ ok: true, value: secret })
})

it('encrypts again what the system wants with its newer key', async () => {
  await vaultOf(laterKeychain('A')).write('a', secret, 'keychain')
  expect((await later(laterKeychain('B', true, 'A'))).read('a')).toEqual({ ok: true, value: secret })
  expect((await later(laterKeychain('B'))).read('a')).toEqual({ ok: true, value: secret })
})

const wellKnown = { getSelectedStorageBackend: () => 'basic_text' }

describe.each<[string, SystemStorage]>([
  ['without encryption', keychain('A', false)],
  ['without encryption, as told later', laterKeychain('A', false)],
  ['with the password that everybody knows', { ...keychain(), ...wellKnown }],
  ['with the password that everybody knows, later', { ...laterKeychain(), ...wellKnown }],
])('%s', (_name, storage) => {
  it('stores nothing, keeps a secret for this run when asked, and says so', async () => {
    const vault = vaultOf(storage)
    expect(vault.keychain).toBe('unknown')
    expect(await vault.askKeychain()).toBe('unavailable')
    expect(vault.keychain).toBe('unavailable')
    expect(await vault.write('a', secret, 'keychain')).toMatchObject({
      ok: false,
      error: { kind: 'keychain' },
    })
    expect(vault.read('a')).toEqual({ ok: true, value: null })
    expect(await vault.write('a', secret, 'memory')).toMatchObject({ ok: true })
    expect(vault.read('a')).toEqual({ ok: true, value: secret })
    await expect(stored()).rejects.toThrow('ENOENT')
  })
})
