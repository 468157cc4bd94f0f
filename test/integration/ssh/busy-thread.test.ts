import { execFile } from 'node:child_process'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../../src/shared/contract'
import type { SshHost } from '../../../src/shared/terminal'
import { record, sshHost } from '../../harness/connection-recorder'
import { machine } from '../../harness/ssh-machine'
import { hasSshd, type Sshd, startSshd } from '../../harness/sshd'
import {
  attachTab,
  buildTerminalsThread,
  startTerminalsThread,
  type ThreadProgram,
} from '../../harness/terminals-thread'

const run = promisify(execFile)
const patience = { timeout: 50_000, interval: 20 }
const size = { cols: 80, rows: 24 }

describe.skipIf(!hasSshd)('the thread of all terminals', () => {
  describe('while a locked key is opened', () => {
    let sshd: Sshd
    let program: ThreadProgram
    beforeAll(async () => {
      sshd = await startSshd(['PasswordAuthentication no'])
      program = await buildTerminalsThread()
    })
    afterAll(async () => {
      await sshd?.stop()
      await program?.remove()
    })

    it('carries the other terminals on, and serves every tab that wants the key', async () => {
      const open = await sshd.addKey('open')
      const locked = await sshd.addKey('locked')
      // Some seconds' work.
      await run('ssh-keygen', ['-q', '-p', '-P', '', '-N', 'open sesame', '-a', '100', '-f', locked])
      const thread = startTerminalsThread(program)
      const states = new Map<string, string>()
      let answeredAt = 0
      const heard: { [name: string]: (payload: never) => void } = {
        'terminal.changed': ({ id, state }: Payload<'terminal.changed'>) => void states.set(id, state.kind),
        'terminal.prompt': ({ id: promptId, kind }: Payload<'terminal.prompt'>) => {
          if (kind === 'secrets') answeredAt = performance.now()
          void thread.request('terminal.resolve', { promptId, answers: ['open sesame'] })
        },
      }
      thread.onEvent((name, payload) => heard[name]?.(payload as never))
      const start = (id: string, host: Partial<SshHost>) => {
        const route = { port: sshd.port, user: sshd.user, identitiesOnly: true }
        return thread.request('terminal.start', {
          id,
          target: { kind: 'ssh', hostId: 'host' },
          label: id,
          sessionKey: null,
          transport: { kind: 'ssh', host: sshHost({ ...route, ...host }) },
          size,
        })
      }
      try {
        await start('busy', { identityFiles: [open] })
        await expect.poll(() => states.get('busy'), patience).toBe('live')
        const tab = attachTab(thread, 'busy')
        const waiting = ['a', 'b', 'c']
        for (const id of waiting) await start(id, { identityFiles: [locked] })
        await expect.poll(() => answeredAt, patience).toBeGreaterThan(0)

        let longestMs = 0
        for (let beat = 0; waiting.some((id) => states.get(id) !== 'live'); beat++) {
          const sentAt = performance.now()
          tab.send({ type: 'input', data: `echo beat-$((${beat}))-\n` })
          await expect.poll(() => tab.text(), patience).toContain(`beat-${beat}-`)
          longestMs = Math.max(longestMs, performance.now() - sentAt)
        }
        expect(longestMs).toBeLessThan((performance.now() - answeredAt) / 3)
        tab.close()
      } finally {
        await thread.stop()
      }
    })
  })

  it.each([
    ['diffie-hellman-group-exchange-sha256', 'aes256-gcm@openssh.com'],
    ['diffie-hellman-group-exchange-sha256', 'aes128-gcm@openssh.com'],
    ['diffie-hellman-group18-sha512', 'aes256-ctr'],
    ['diffie-hellman-group14-sha256', 'aes256-ctr'],
  ])('is not held up by %s with a key for %s', async (exchange, cipher) => {
    const sshd = await startSshd([
      `KexAlgorithms ${exchange}`,
      `Ciphers ${cipher}`,
      'RekeyLimit 1M',
      'PasswordAuthentication no',
    ])
    const delay = monitorEventLoopDelay({ resolution: 10 })
    try {
      const home = await machine(path.join(sshd.folder, 'home'), await sshd.knownHostsLine('ed25519'))
      const identityFiles = [await sshd.addKey('key')]
      delay.enable()
      const terminal = record(home.connect({ port: sshd.port, user: sshd.user, identityFiles }))
      await terminal.live()
      // Far enough for a rekey, which agrees on a key anew.
      terminal.connection.write('head -c 3000000 /dev/zero | tr "\\0" x; echo; echo $((6*7))-ok; exit 3\n')
      await terminal.shows('42-ok')
      expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 3 })
      delay.disable()
      // With the runtime's own it is 5 s and more.
      expect(delay.max / 1e6).toBeLessThan(2_000)
      expect(await sshd.log()).toContain(`kex: algorithm: ${exchange}`)
    } finally {
      await sshd.stop()
    }
  })
})
