import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicBlobOf } from '../../../src/main/terminal/ssh/ssh-blob'
import { record } from '../../harness/connection-recorder'
import { type Machine, machine } from '../../harness/ssh-machine'
import { hasSshd, type Sshd, startSshd } from '../../harness/sshd'

const run = promisify(execFile)
const passphrase = 'open sesame'

describe.skipIf(!hasSshd)('signing in to OpenSSH with a key file', () => {
  let sshd: Sshd
  let home: Machine
  const at = (name: string) => path.join(sshd.folder, name)
  beforeAll(async () => {
    sshd = await startSshd(['PasswordAuthentication no', 'MaxAuthTries 6'])
    home = await machine(at('home'), await sshd.knownHostsLine('ed25519'))
    await writeFile(at('passphrase'), passphrase)
  })
  afterAll(() => sshd?.stop())

  const connect = (...identityFiles: string[]) =>
    record(home.connect({ port: sshd.port, user: sshd.user, identityFiles }), () => [passphrase])
  /** Signs in with a key that is right, and says how often its passphrase was asked. */
  const asked = async (file: string): Promise<number> => {
    const terminal = connect(file)
    await Promise.race([
      terminal.live(),
      terminal.ended.then(({ reason }) => Promise.reject(new Error(reason))),
    ])
    terminal.connection.close()
    await terminal.ended
    expect(terminal.notices).toEqual([])
    return terminal.questions.length
  }
  /** Does not get in, and says what was said of the key. */
  const refused = async (file: string) => {
    const terminal = connect(file)
    await terminal.ended
    const [notice = ''] = terminal.notices
    return { questions: terminal.questions.length, notice: notice.replace(file, 'FILE') }
  }
  describe.skipIf(!existsSync('/usr/bin/puttygen'))('of PuTTY’s', () => {
    const generate = async (name: string, kind: string[], version: number, locked: boolean) => {
      const args = ['-q', '-t', ...kind, '-C', 'größe', '-O', 'private', '-o', at(name)]
      const secret = locked ? at('passphrase') : '/dev/null'
      await run('puttygen', [...args, '--ppk-param', `version=${version}`, '--new-passphrase', secret])
      return at(name)
    }
    const admit = async (file: string) => sshd.admit((await run('puttygen', ['-L', file])).stdout)

    it.each([
      ['Ed25519', ['ed25519']],
      ['ECDSA', ['ecdsa', '-b', '256']],
      ['ECDSA', ['ecdsa', '-b', '384']],
      ['ECDSA', ['ecdsa', '-b', '521']],
      ['RSA', ['rsa', '-b', '2048']],
    ])('version 2, %s (%s)', async (_, kind) => {
      for (const locked of [false, true]) {
        const file = await generate(`putty2-${kind.join('')}-${locked}`, kind, 2, locked)
        await admit(file)
        expect(await asked(file)).toBe(locked ? 1 : 0)
      }
    })

    it('version 3, without a passphrase', async () => {
      const file = await generate('putty3-open', ['ed25519'], 3, false)
      await admit(file)
      expect(await asked(file)).toBe(0)
    })

    it('version 3, with one: named before anybody is asked', async () => {
      const file = await generate('putty3-locked', ['ed25519'], 3, true)
      await admit(file)
      expect(await refused(file)).toEqual({
        questions: 0,
        notice:
          'The key file FILE is not used: PuTTY’s newer format is not supported with a passphrase; PuTTYgen exports it ' +
          'as an OpenSSH key.',
      })
    })
  })

  describe('of PKCS#8', () => {
    const write = async (name: string, kind: 'ed25519' | 'ed448', locked: boolean) => {
      const { privateKey } =
        kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')
      const lock = locked ? { cipher: 'aes-256-cbc', passphrase } : {}
      await writeFile(at(name), privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }))
      if (kind === 'ed25519') {
        const { type, blob } = publicBlobOf(privateKey)
        await sshd.admit(`${type} ${blob.toString('base64')}`)
      }
      return at(name)
    }

    it.each([false, true])('with an Ed25519 key, locked: %s', async (locked) => {
      const file = await write(`pkcs8-${locked}`, 'ed25519', locked)
      expect(await asked(file)).toBe(locked ? 1 : 0)
    })

    it.each([false, true])(
      'with an Ed448 key, which SSH does not know: its kind is named, locked: %s',
      async (locked) => {
        const notice = 'The key file FILE is not used: its kind of key is not supported: Ed448.'
        // What is in an encrypted one is not known before.
        expect(await refused(await write(`ed448-${locked}`, 'ed448', locked))).toEqual({
          questions: locked ? 1 : 0,
          notice,
        })
      },
    )
  })

  describe('of OpenSSH’s', () => {
    const generate = async (name: string, ...options: string[]) => {
      await run('ssh-keygen', ['-q', '-t', 'ed25519', '-a', '2', '-f', at(name), ...options])
      await sshd.admit(await readFile(at(`${name}.pub`), 'utf8'))
      return at(name)
    }

    it.each([
      '3des-cbc',
      'aes128-cbc',
      'aes192-ctr',
      'aes256-ctr',
      'aes128-gcm@openssh.com',
      'aes256-gcm@openssh.com',
    ])('encrypted with %s', async (cipher) => {
      expect(await asked(await generate(`cipher-${cipher}`, '-N', passphrase, '-Z', cipher))).toBe(1)
    })

    it('encrypted with ChaCha20: named before anybody is asked', async () => {
      const file = await generate('chacha', '-N', passphrase, '-Z', 'chacha20-poly1305@openssh.com')
      expect(await refused(file)).toEqual({
        questions: 0,
        notice:
          'The key file FILE is not used: it is encrypted with chacha20-poly1305@openssh.com, which is not supported; ' +
          'ssh-keygen -p -f FILE writes it anew.',
      })
    })

    it.each([
      ['cut off', ''],
      ['cut off, and locked', passphrase],
    ])('%s: told, and nobody is asked', async (what, secret) => {
      const file = await generate(what.replaceAll(' ', '-'), '-N', secret)
      const lines = (await readFile(file, 'utf8')).split('\n')
      await writeFile(file, [...lines.slice(0, 3), ...lines.slice(-2)].join('\n'))
      expect(await refused(file)).toEqual({
        questions: 0,
        notice: 'The key file FILE is not used: it is damaged.',
      })
    })

    it('spoilt, without a passphrase: told, and nobody is asked', async () => {
      const file = await generate('spoilt', '-N', '')
      const text = await readFile(file, 'utf8')
      const middle = text.indexOf('\n', 200) + 10
      await writeFile(file, `${text.slice(0, middle)}AAAA${text.slice(middle + 4)}`)
      expect(await refused(file)).toMatchObject({
        questions: 0,
        notice: expect.stringContaining('it is damaged'),
      })
    })

    it('empty: told', async () => {
      const file = await generate('empty', '-N', '')
      await truncate(file, 0)
      expect(await refused(file)).toEqual({
        questions: 0,
        notice: 'The key file FILE is not used: it is not a key.',
      })
    })
  })
})
