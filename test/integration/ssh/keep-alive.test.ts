import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Connection, ServerChannel } from 'ssh2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { record } from '../../harness/connection-recorder'
import { accept, ScriptedServers, serveShell } from '../../harness/scripted-server'
import { machine } from '../../harness/ssh-machine'

const interval = 30

/** As a server does that does not know them; ssh2's would refuse them, which is an answer too. */
function hearNoGlobalRequests(connection: Connection): void {
  const protocol = Reflect.get(connection, '_protocol') as { _handlers: { GLOBAL_REQUEST: () => void } }
  protocol._handlers.GLOBAL_REQUEST = () => undefined
}

/** Timers are ours, the network is not. */
describe('a server that leaves keep-alives unanswered', () => {
  let folder: string
  const servers = new ScriptedServers()
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keep-alive-'))
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(async () => {
    vi.useRealTimers()
    servers.close()
    await rm(folder, { recursive: true })
  })

  it('lives as long as it says anything, and not longer', async () => {
    let channel: ServerChannel | undefined
    const port = await servers.speaking(
      (connection) => {
        connection.on('authentication', accept)
        hearNoGlobalRequests(connection)
        serveShell(connection, (shell) => {
          channel = shell
        })
      },
      // It asks us nothing either.
      { keepaliveInterval: 1_000 * interval * 1_000 },
    )
    const home = await machine(path.join(folder, 'home'), null)
    const terminal = record(home.connect({ port, keepAliveSeconds: interval }), () => [])
    await terminal.live()
    for (let line = 0; line < 10; line++) {
      await vi.advanceTimersByTimeAsync(interval * 1_000)
      channel?.write(`line ${line}.`)
      await terminal.shows(`line ${line}.`)
    }
    expect(terminal.late).toEqual([])
    await vi.advanceTimersByTimeAsync(4 * interval * 1_000)
    expect(await terminal.ended).toMatchObject({
      kind: 'lost',
      reason: expect.stringContaining('it stopped answering'),
      retry: true,
    })
  })
})
