import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Connection } from 'ssh2'
import { describe, expect, it } from 'vitest'
import { record } from '../../harness/connection-recorder'
import { accept, ScriptedServers, serveShell } from '../../harness/scripted-server'
import { machine } from '../../harness/ssh-machine'
import { hasSshd, startSshd } from '../../harness/sshd'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Sends data in one packet of its size: what ssh2 itself would cut. */
function sendWhole(connection: Connection, channelId: number, bytes: Buffer): void {
  const protocol: { channelData(id: number, bytes: Buffer): void } = Reflect.get(connection, '_protocol')
  protocol.channelData(channelId, bytes)
}

describe('packets above 35,000 bytes', () => {
  it.each(['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'] as const)(
    'are taken between small ones with %s, up to 256 KiB',
    async (cipher) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'large-'))
      const servers = new ScriptedServers()
      try {
        const sizes = [1, 34_000, 35_000, 40_000, 3, 64_000, 262_000, 5, 35_001]
        const sent = sizes.map((size) => randomBytes(size))
        const port = await servers.speaking(
          (connection) => {
            connection.on('authentication', accept)
            serveShell(connection, (channel) => {
              const { id } = Reflect.get(channel, 'outgoing') as { id: number }
              for (const bytes of sent) sendWhole(connection, id, bytes)
              channel.once('data', () => sendWhole(connection, id, randomBytes(263_000)))
            })
          },
          { algorithms: { cipher: [cipher] } },
        )
        const terminal = record((await machine(path.join(folder, 'home'), null)).connect({ port }), () => [])
        const whole = Buffer.concat(sent)
        await expect.poll(() => terminal.received, { timeout: 20_000 }).toBe(whole.length)
        terminal.connection.write('more\n')
        expect(await terminal.ended).toMatchObject({
          kind: 'lost',
          reason: expect.stringContaining('Bad packet length'),
        })
        expect(sha256(terminal.bytes())).toBe(sha256(whole))
      } finally {
        servers.close()
        await rm(folder, { recursive: true })
      }
    },
  )

  it.skipIf(!hasSshd)(
    'come from OpenSSH for a long paste at a prompt without echo',
    {
      timeout: 60_000,
    },
    async () => {
      const sshd = await startSshd()
      try {
        const home = await machine(path.join(sshd.folder, 'home'), await sshd.knownHostsLine('ed25519'))
        const identityFiles = [await sshd.addKey('key')]
        const paste = `${'x'.repeat(99)}\n`.repeat(640)
        // Whether the server sends one depends on how much it takes at once.
        for (let attempt = 0; attempt < 10; attempt++) {
          const terminal = record(home.connect({ port: sshd.port, user: sshd.user, identityFiles }))
          await terminal.live()
          terminal.connection.write('stty -echo; echo re""ady; wc -c; exit 6\n')
          await terminal.shows('ready\r')
          for (let at = 0; at < paste.length; at += 16_384)
            terminal.connection.write(paste.slice(at, at + 16_384))
          terminal.connection.write('\u0004')
          expect(await terminal.ended).toMatchObject({ kind: 'exit', code: 6 })
          expect(terminal.output()).toContain('64000')
        }
      } finally {
        await sshd.stop()
      }
    },
  )
})
