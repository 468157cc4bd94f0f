import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ssh2 from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKeyFile } from '../../../../src/main/terminal/key-file'

const passphrase = 'open sesame'

describe('a key file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keys-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const at = (name: string) => path.join(folder, name)
  const file = async (text: string) => {
    await writeFile(at('key'), text)
    return readKeyFile(at('key'))
  }

  it('may not be there', async () => {
    expect(await readKeyFile(at('missing'))).toBeNull()
  })

  it.each([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'ssh-rsa'],
    ['ECDSA', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'ecdsa-sha2-nistp256'],
  ])('of PKCS#8 is read, open and locked: %s', async (_, key, type) => {
    const open = await file(key.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(open?.publicKey?.type).toBe(type)

    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const
    const locked = await file(key.export(options).toString())
    expect(locked).toMatchObject({ encrypted: true, publicKey: null })
    expect(locked?.unlock?.('wrong')).toBeNull()
    expect(locked?.unlock?.(passphrase)?.getPublicSSH()).toEqual(open?.publicKey?.getPublicSSH())
  })

  it('of OpenSSH shows its public half without the passphrase', async () => {
    const pair = ssh2.utils.generateKeyPairSync('ecdsa', {
      bits: 256,
      passphrase,
      cipher: 'aes256-ctr',
      rounds: 4,
      comment: 'test',
    })
    const locked = await file(pair.private)
    expect(locked?.encrypted).toBe(true)
    expect(locked?.publicKey?.getPublicSSH().toString('base64')).toBe(pair.public.split(' ')[1])
    expect(locked?.unlock?.('wrong')).toBeNull()
    expect(locked?.unlock?.(passphrase)?.isPrivateKey()).toBe(true)
  })

  it('finds the public half beside it', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase })
    const other = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
    await writeFile(at('key.pub'), other.public)
    expect((await file(pem.toString()))?.publicKey?.type).toBe('ecdsa-sha2-nistp256')
  })

  it.each([
    ['text', 'hello', 'it is not a key'],
    ['half a public key', 'ssh-ed25519 AAAA', 'keys of type ssh-ed25519 are not supported'],
    [
      'of an unknown kind, and has no passphrase,',
      generateKeyPairSync('ed448').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'its kind of key is not supported',
    ],
    [
      'of PuTTY’s newer format',
      'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
      'PuTTYgen exports it',
    ],
  ])('that is %s is refused', async (_, text, reason) => {
    await expect(file(text)).rejects.toThrow(reason)
  })

  it.each(['key', 'key.pub'])(
    'that is a public key, as %s, waits for an agent with the other half',
    async (name) => {
      const pair = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
      await writeFile(at(name), pair.public)
      const key = await readKeyFile(at('key'))
      expect(key).toMatchObject({ encrypted: false, unlock: null })
      expect(key?.publicKey?.getPublicSSH().toString('base64')).toBe(pair.public.split(' ')[1])
    },
  )

  it('of a security key is refused by its type', async () => {
    await writeFile(at('key.pub'), 'sk-ssh-ed25519@openssh.com AAAA me')
    await expect(
      file('-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n'),
    ).rejects.toThrow('sk-ssh-ed25519@openssh.com are not supported')
  })

  it('that is a folder is refused', async () => {
    await mkdir(at('key'))
    await expect(readKeyFile(at('key'))).rejects.toThrow('it is a folder')
  })
})
