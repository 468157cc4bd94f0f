import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectBoth, type Setting } from '../../harness/openssh'
import { hasSshd, makeKey, type Sshd, signal, startSshd } from '../../harness/sshd'

const run = promisify(execFile)

describe.skipIf(!hasSshd || !existsSync('/usr/bin/ssh'))(
  'an imported host, beside OpenSSH’s own client',
  () => {
    let gate: Sshd
    let inner: Sshd
    let gateKey: string
    let innerKey: string
    let stray: string
    let socket: string
    let agentPid = 0
    let folders = 0
    beforeAll(async () => {
      // One key that is not the right one ends the connection.
      const strict = ['PasswordAuthentication no', 'MaxAuthTries 1']
      gate = await startSshd(strict)
      inner = await startSshd(strict)
      gateKey = await gate.addKey('gate')
      innerKey = await inner.addKey('inner')
      stray = path.join(gate.folder, 'stray')
      await makeKey(stray)
      socket = path.join(gate.folder, 'agent')
      const { stdout } = await run('ssh-agent', ['-a', socket])
      agentPid = Number(/SSH_AGENT_PID=(\d+)/.exec(stdout)?.[1])
      await run('ssh-add', ['-q', gateKey], { env: { ...process.env, SSH_AUTH_SOCK: socket } })
    })
    afterAll(async () => {
      signal(agentPid, 'SIGTERM')
      await gate?.stop()
      await inner?.stop()
    })

    const both = (alias: string, setting: Setting) =>
      connectBoth(path.join(gate.folder, `both${folders++}`), alias, setting)
    const host = (alias: string, server: Sshd, ...lines: string[]) => [
      `Host ${alias}`,
      `HostName ${server.host}`,
      `Port ${server.port}`,
      `User ${server.user}`,
      ...lines,
    ]
    /** Both did the same, and left the same behind. */
    const expectAlike = async (alias: string, setting: Setting, isIn: boolean) => {
      const { openSsh, ours } = await both(alias, setting)
      expect({ openSsh: openSsh.isIn, ours: ours.isIn, says: [openSsh.says, ours.says] }).toMatchObject({
        openSsh: isIn,
        ours: isIn,
      })
      expect(ours.known).toBe(openSsh.known)
      return { openSsh, ours }
    }

    describe('asks the agent that IdentityAgent names', () => {
      it.each([
        ['a path', () => ({ line: `IdentityAgent ${socket}`, environment: {} }), true],
        ['a variable', () => ({ line: 'IdentityAgent $MY_AGENT', environment: { MY_AGENT: socket } }), true],
        [
          'a path with a variable',
          () => ({
            line: `IdentityAgent ${'$'}{MY_DIR}/agent`,
            environment: { MY_DIR: path.dirname(socket) },
          }),
          true,
        ],
        [
          'a variable that is not set',
          () => ({ line: 'IdentityAgent $MY_AGENT', environment: { SSH_AUTH_SOCK: socket } }),
          false,
        ],
        [
          'the usual one',
          () => ({ line: 'IdentityAgent SSH_AUTH_SOCK', environment: { SSH_AUTH_SOCK: socket } }),
          true,
        ],
        ['none', () => ({ line: 'IdentityAgent none', environment: { SSH_AUTH_SOCK: socket } }), false],
        [
          'one that is not there',
          () => ({ line: 'IdentityAgent /nowhere', environment: { SSH_AUTH_SOCK: socket } }),
          false,
        ],
      ])('%s', async (_, setting, isIn) => {
        const { line, environment } = setting()
        await expectAlike(
          'gate',
          { config: host('gate', gate, line, 'IdentityFile none'), environment },
          isIn,
        )
      })
    })

    describe('offers each hop its own keys', () => {
      const route = (gateLines: string[], innerLines: string[]) => [
        ...host('gate', gate, ...gateLines),
        ...host('inner', inner, 'ProxyJump gate', ...innerLines),
      ]

      it('from its own lines', async () => {
        const config = route([`IdentityFile ${gateKey}`], [`IdentityFile ${innerKey}`])
        await expectAlike('inner', { config }, true)
      })

      it('and none of the host’s', async () => {
        const config = route(
          [`IdentityFile ${stray}`],
          [`IdentityFile ${innerKey}`, `IdentityFile ${gateKey}`],
        )
        await expectAlike('inner', { config }, false)
      })

      it('from its own agent', async () => {
        const config = route(
          [`IdentityAgent ${socket}`, 'IdentityFile none'],
          ['IdentityAgent none', `IdentityFile ${innerKey}`],
        )
        await expectAlike('inner', { config }, true)
      })

      it('by their name in known_hosts', async () => {
        const config = route(
          [`IdentityFile ${gateKey}`, 'HostKeyAlias the-gate'],
          [`IdentityFile ${innerKey}`, 'HostKeyAlias the-inner'],
        )
        const { ours } = await expectAlike('inner', { config }, true)
        expect(ours.known.match(/^the-\w+/gm)).toEqual(['the-gate', 'the-inner'])
      })
    })

    describe('knows its key by HostKeyAlias', () => {
      const config = () => host('gate', gate, `IdentityFile ${gateKey}`, 'HostKeyAlias Our-Gate')
      const line = async (names: string, server: Sshd) =>
        `${names} ${(await server.knownHostsLine('ed25519')).split(' ').slice(1).join(' ')}`

      it('and writes it down so', async () => {
        const { ours } = await expectAlike('gate', { config: config() }, true)
        expect(ours.known).toBe(await line('our-gate', gate))
      })

      it('whatever the key of its address', async () => {
        const known = await line(`[127.0.0.1]:${gate.port}`, inner)
        await expectAlike('gate', { config: config(), known }, true)
      })

      it('also where the key of its address is the right one', async () => {
        const known = `${await line('our-gate', inner)}${await line(`[127.0.0.1]:${gate.port}`, gate)}`
        const { openSsh, ours } = await expectAlike('gate', { config: config(), known }, false)
        expect(openSsh.says).toContain('REMOTE HOST IDENTIFICATION HAS CHANGED')
        expect(ours.says).toContain(`The host key of our-gate (at [127.0.0.1]:${gate.port}) has changed`)
        expect(ours.says).toMatch(/ssh-keygen -f ".*" -R "our-gate"/)
      })

      it('in the name of a key file', async () => {
        const lines = ['HostKeyAlias gate', `IdentityFile ${path.join(gate.folder, '%k')}`]
        await expectAlike('other', { config: host('other', gate, ...lines) }, true)
      })
    })

    describe('takes an authority’s line for what it is', () => {
      const authority = async () => {
        const [type, key] = (await readFile(`${stray}.pub`, 'utf8')).split(' ')
        return `@cert-authority * ${type} ${key}\n`
      }
      const config = () => host('gate', gate, `IdentityFile ${gateKey}`)

      it('where the host is new', async () => {
        await expectAlike('gate', { config: config(), known: await authority() }, true)
      })

      it('where the host is known', async () => {
        const known = `${await authority()}${await gate.knownHostsLine('ed25519')}`
        await expectAlike('gate', { config: config(), known }, true)
      })

      it('where another key is known', async () => {
        const [, ...other] = (await inner.knownHostsLine('ed25519')).split(' ')
        const known = `${await authority()}[127.0.0.1]:${gate.port} ${other.join(' ')}`
        await expectAlike('gate', { config: config(), known }, false)
      })
    })

    it('is offered the second factor with no attempt lost between', async () => {
      const twice = await startSshd(['AuthenticationMethods publickey,publickey', 'MaxAuthTries 1'])
      try {
        const keys = [await twice.addKey('first'), await twice.addKey('second')]
        const config = host('twice', twice, ...keys.map((key) => `IdentityFile ${key}`))
        await expectAlike('twice', { config }, true)
      } finally {
        await twice.stop()
      }
    })
  },
)
