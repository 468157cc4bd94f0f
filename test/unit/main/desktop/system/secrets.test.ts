import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Cipher, openVault } from '../../../../../src/main/desktop/system/secrets'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-secrets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A stand-in for the system's keychain: reverses the text, and knows whose it is by a mark. */
const keychain = (mark = 'A', changes: Partial<Cipher> = {}): Cipher => ({
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from(mark + [...plain].reverse().join('')),
  decryptString(bytes) {
    const text = bytes.toString()
    if (!text.startsWith(mark)) throw new Error(`cannot decrypt ${text}`)
    return [...text.slice(mark.length)].reverse().join('')
  },
  ...changes,
})

const secret = { credential: 'the-key', headers: { 'X-Gate': 'gate-value' } }
const stored = () => readFile(path.join(folder, 'secrets.json'), 'utf8')

describe('with a keychain', () => {
  it('reads in a later run what an earlier one stored, encrypted in between', async () => {
    const all = { ...secret, scopes: [{ kind: 'key' as const, id: 'customer-key' }] }
    expect(await openVault(folder, keychain()).write('a', all, 'keychain')).toMatchObject({ ok: true })
    expect(await stored()).not.toMatch(/the-key|gate-value|customer-key/)
    expect(openVault(folder, keychain()).read('a')).toEqual({ ok: true, value: all })
  })

  it('is not asked before somebody wants something of it', async () => {
    const isEncryptionAvailable = vi.fn(() => true)
    const vault = openVault(folder, keychain('A', { isEncryptionAvailable }))
    expect(vault.keychain).toBe('unknown')
    expect(vault.read('nobody')).toEqual({ ok: true, value: null })
    expect(isEncryptionAvailable).not.toHaveBeenCalled()
    await vault.write('a', secret, 'keychain')
    expect(vault.keychain).toBe('available')
  })

  it('keeps every one of several changes made at once', async () => {
    const vault = openVault(folder, keychain())
    await Promise.all(['a', 'b', 'c'].map((id) => vault.write(id, secret, 'keychain')))
    await vault.remove('b')
    const later = openVault(folder, keychain())
    expect(['a', 'b', 'c'].map((id) => later.read(id))).toMatchObject([
      { value: secret },
      { value: null },
      { value: secret },
    ])
  })

  it('forgets what was stored when a secret is for this run only', async () => {
    const vault = openVault(folder, keychain())
    await vault.write('a', secret, 'keychain')
    await vault.write('a', { ...secret, credential: 'other' }, 'memory')
    expect(vault.read('a')).toMatchObject({ value: { credential: 'other' } })
    expect(openVault(folder, keychain()).read('a')).toEqual({ ok: true, value: null })
  })

  it('says when a secret cannot be decrypted, and not what it read', async () => {
    await openVault(folder, keychain('A')).write('a', secret, 'keychain')
    const result = openVault(folder, keychain('B')).read('a')
    expect(result).toMatchObject({ ok: false, error: { kind: 'keychain' } })
    expect(JSON.stringify(result)).not.toMatch(/yek-eht|the-key/)
  })

  it('keeps a broken file aside', async () => {
    await writeFile(path.join(folder, 'secrets.json'), 'not json')
    const vault = openVault(folder, keychain())
    expect(vault.problem).toMatchObject({ kind: 'config', path: 'secrets.json' })
    expect(await readFile(path.join(folder, 'secrets.json.broken'), 'utf8')).toBe('not json')
  })
})

describe.each<[string, Partial<Cipher>]>([
  ['without encryption', { isEncryptionAvailable: () => false }],
  ['with the password that everybody knows', { getSelectedStorageBackend: () => 'basic_text' }],
])('%s', (_name, changes) => {
  it('stores nothing, keeps a secret for this run when asked, and says so', async () => {
    const vault = openVault(folder, keychain('A', changes))
    expect(vault.keychain).toBe('unknown')
    expect(vault.askKeychain()).toBe('unavailable')
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
