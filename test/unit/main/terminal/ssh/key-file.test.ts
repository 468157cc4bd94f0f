import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ssh2 from 'ssh2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type KeyFile, readKeyFile } from '../../../../../src/main/terminal/ssh/key-file'
import { blobOf } from '../../../../../src/main/terminal/ssh/ssh-blob'

const passphrase = 'open sesame'
const base64Of = (file: KeyFile | null) => file?.publicKey?.getPublicSSH().toString('base64')

/** What stands in clear in a key of OpenSSH's format, and no private half that could be opened. */
function openSshText(cipher: string, type: string): string {
  const count = Buffer.from([0, 0, 0, 1])
  const head = blobOf([cipher, cipher === 'none' ? 'none' : 'bcrypt', ''])
  const keys = blobOf([blobOf([type, 'public']), 'private'])
  const body = Buffer.concat([Buffer.from('openssh-key-v1\0'), head, count, keys]).toString('base64')
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----\n`
}

describe('a key file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keys-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const at = (name: string) => path.join(folder, name)
  const file = async (text: string | Buffer) => {
    await writeFile(at('key'), text)
    return readKeyFile(at('key'))
  }

  it('may not be there', async () => {
    expect(await readKeyFile(at('missing'))).toBeNull()
  })

  it.each([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'ssh-rsa'],
    ['ECDSA', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'ecdsa-sha2-nistp256'],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey, 'ssh-ed25519'],
  ])('of PKCS#8 is read, open and locked: %s', async (_, key, type) => {
    const open = await file(key.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(open).toMatchObject({ publicKey: { type }, privateKey: { opened: expect.anything() } })

    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const
    const text = key.export(options).toString()
    expect(await file(text)).toMatchObject({ publicKey: null, privateKey: { locked: text } })
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
    expect(locked?.privateKey).toEqual({ locked: pair.private })
    expect(base64Of(locked)).toBe(pair.public.split(' ')[1])
  })

  it('finds the public half beside it, also where Windows wrote that in UTF-16', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase })
    const other = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
    for (const text of [Buffer.from(other.public), Buffer.from(`\ufeff${other.public}\r\n`, 'utf16le')]) {
      await writeFile(at('key.pub'), text)
      expect(base64Of(await file(pem.toString()))).toBe(other.public.split(' ')[1])
    }
  })

  it.each([
    ['text', 'hello', 'it is not a key'],
    ['half a public key', 'ssh-ed25519 AAAA', 'keys of type ssh-ed25519 are not supported'],
    [
      'of an unknown kind, and has no passphrase,',
      generateKeyPairSync('ed448').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'its kind of key is not supported: Ed448',
    ],
    ['a security key', openSshText('none', 'sk-ssh-ed25519@openssh.com'), 'security keys (sk-)'],
    [
      'a locked security key',
      openSshText('aes256-ctr', 'sk-ssh-ed25519@openssh.com'),
      'keys of type sk-ssh-ed25519@openssh.com are not supported',
    ],
    ['damaged, and has no passphrase,', openSshText('none', 'ssh-ed25519'), 'it is damaged'],
    [
      'cut off',
      openSshText('aes256-ctr', 'ssh-ed25519').replace(/.{20}\n-----END/, '\n-----END'),
      'it is damaged',
    ],
    ['a damaged one of PuTTY’s', 'PuTTY-User-Key-File-2: ssh-ed25519\nEncryption: none\n', 'it is damaged'],
  ])('that is %s is refused', async (_, text, reason) => {
    await expect(file(text)).rejects.toThrow(reason)
  })

  it.each(['key', 'key.pub'])(
    'that is a public key, as %s, waits for an agent with the other half',
    async (name) => {
      const pair = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
      await writeFile(at(name), pair.public)
      const key = await readKeyFile(at('key'))
      expect(key?.privateKey).toBeNull()
      expect(base64Of(key)).toBe(pair.public.split(' ')[1])
    },
  )

  it('that is a folder is refused', async () => {
    await mkdir(at('key'))
    await expect(readKeyFile(at('key'))).rejects.toThrow('it is a folder')
  })
})
