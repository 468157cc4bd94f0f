import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import ssh2 from 'ssh2'
import { describe, expect, it } from 'vitest'
import { describeKeyTrouble } from '../../../../../src/main/terminal/ssh/key-trouble'
import { isEncrypted, openedKey, openPrivateKey } from '../../../../../src/main/terminal/ssh/private-key'
import { blobOf, publicBlobOf } from '../../../../../src/main/terminal/ssh/ssh-blob'

const passphrase = 'open sesame'
const { privateKey: ed25519 } = generateKeyPairSync('ed25519')
const { privateKey: ed448 } = generateKeyPairSync('ed448')

const locked = (key: KeyObject, cipher = 'aes-256-cbc') =>
  key.export({ type: 'pkcs8', format: 'pem', cipher, passphrase }).toString()

describe('a private key', () => {
  it.each([
    ['Ed25519', ed25519, undefined],
    ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, undefined],
    ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey, undefined],
    ['P-521', generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey, undefined],
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'sha512'],
  ] as const)('of PKCS#8 is opened and signs as ssh2 reads it: %s', async (_, key, hash) => {
    const text = locked(key)
    expect(isEncrypted(text)).toBe(true)
    expect(openPrivateKey(text, undefined)).toEqual({ kind: 'locked' })
    expect(openPrivateKey(text, 'wrong')).toEqual({ kind: 'locked' })
    const opening = openPrivateKey(text, passphrase)
    if (opening.kind !== 'open') throw new Error(opening.kind)
    const { publicKey, sign } = openedKey(opening.pem)
    expect(publicKey.getPublicSSH()).toEqual(publicBlobOf(key).blob)
    const data = Buffer.from('what a server wants signed')
    expect(publicKey.verify(data, await sign(data, hash), hash)).toBe(true)
  })

  it('of a kind that SSH does not know is named, once that can be known', () => {
    expect(openPrivateKey(locked(ed448), 'wrong')).toEqual({ kind: 'locked' })
    const named = { kind: 'unusable', trouble: { why: 'kindNamed', name: 'Ed448' } }
    expect(openPrivateKey(locked(ed448), passphrase)).toEqual(named)
    expect(openPrivateKey(ed448.export({ type: 'pkcs8', format: 'pem' }).toString(), undefined)).toEqual(
      named,
    )
    const { privateKey: odd } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' })
    expect(openPrivateKey(locked(odd), passphrase)).toEqual({
      kind: 'unusable',
      trouble: { why: 'curve', name: 'secp256k1' },
    })
  })

  it('that is encrypted as the runtime cannot decrypt says so before anybody is asked', () => {
    // MD5 and DES, of a time before PBES2.
    const scheme = `301b06092a864886f70d010503300e0408${'00'.repeat(8)}02020800`
    const body = Buffer.from(`302f${scheme}0410${'00'.repeat(16)}`, 'hex').toString('base64')
    const text = `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${body}\n-----END ENCRYPTED PRIVATE KEY-----\n`
    expect(openPrivateKey(text, undefined)).toMatchObject({ kind: 'unusable' })
  })

  it.each(['aes256-ctr', 'aes256-gcm@openssh.com', 'aes128-cbc'])(
    'of OpenSSH’s, encrypted with %s',
    (cipher) => {
      const pair = ssh2.utils.generateKeyPairSync('ed25519', { passphrase, cipher, rounds: 2 })
      expect(openPrivateKey(pair.private, undefined)).toEqual({ kind: 'locked' })
      expect(openPrivateKey(pair.private, 'wrong')).toEqual({ kind: 'locked' })
      expect(openPrivateKey(pair.private, passphrase)).toMatchObject({ kind: 'open' })
    },
  )

  it('of OpenSSH’s says before anybody is asked that its cipher is none of ours', () => {
    const type = blobOf(['ssh-ed25519', Buffer.alloc(32)])
    for (const cipher of ['chacha20-poly1305@openssh.com', 'rot13']) {
      const body = [
        Buffer.from('openssh-key-v1\0'),
        blobOf([cipher, 'bcrypt', '']),
        Buffer.from([0, 0, 0, 1]),
        blobOf([type, Buffer.alloc(64)]),
      ]
      const base64 = Buffer.concat(body).toString('base64')
      const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${base64}\n-----END OPENSSH PRIVATE KEY-----\n`
      expect(openPrivateKey(text, undefined)).toEqual({
        kind: 'unusable',
        trouble: { why: 'cipher', name: cipher },
      })
    }
  })

  it.each([
    ['-----BEGIN DSA PRIVATE KEY-----\nAAAA\n-----END DSA PRIVATE KEY-----\n', /DSA/],
    ['-----BEGIN SSH2 ENCRYPTED PRIVATE KEY-----\nAAAA\n', /kind of key/],
    ['PuTTY-User-Key-File-1: ssh-rsa\nEncryption: aes256-cbc\n', /oldest format/],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', /damaged/],
  ])('that cannot be used is told: %s', (text, reason) => {
    const opening = openPrivateKey(text, undefined)
    expect(opening.kind === 'unusable' && describeKeyTrouble(opening.trouble)).toMatch(reason)
  })
})
