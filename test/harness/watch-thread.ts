import { MessageChannel } from 'node:worker_threads'
import { systemClock } from '../../src/main/clock'
import { portOf } from '../../src/main/message-port'
import { composeWatch } from '../../src/main/watch/compose'
import { createProvider } from '../../src/main/watch/providers/registry'
import { type Client, connect } from '../../src/shared/rpc'

/** The watch thread's own parts behind a real port, with the real providers; it watches nobody yet. */
export function openWatchThread(historyFile: string): { client: Client; close(): void } {
  const channel = new MessageChannel()
  const watch = composeWatch({
    port: portOf(channel.port1),
    clock: systemClock,
    random: Math.random,
    historyFile,
    createProvider,
  })
  return {
    client: connect(portOf(channel.port2)),
    close() {
      watch.stop()
      channel.port1.close()
      channel.port2.close()
    },
  }
}
