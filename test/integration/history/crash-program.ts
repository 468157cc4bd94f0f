import { spawnThread } from '../../../src/main/desktop/threads/supervised-thread'
import type { Input } from '../../../src/shared/contract'
import { connect } from '../../../src/shared/rpc'

/** What the program is told. */
export type CrashOrder = {
  watchFile: string
  historyFile: string
  accounts: Input<'watch.configure'>['accounts']
  /** Sessions that take a text. */
  keys: string[]
  /** Begins every text, so that rounds can be told apart. */
  prefix: string
}

// Sends messages as fast as the thread takes them, until somebody ends the process.
const order: CrashOrder = JSON.parse(process.argv[2] ?? '')
const say = (text: string) => void process.stdout.write(`${text}\n`)
const log = { info: say, warn: say, error: say }
const thread = spawnThread('watch', order.watchFile, { historyFile: order.historyFile }, log)
const client = connect(thread.port)

async function sendForever(key: string, sender: number): Promise<void> {
  let count = 0
  for (;;) {
    const text = `${order.prefix} ${sender} ${count}`
    const result = await client.request('session.message', { key, message: { kind: 'text', text } })
    // Until the first heartbeat nobody is there.
    if (!result.ok) await new Promise((resolve) => setTimeout(resolve, 20))
    else if (count++ === 0) say('sending')
  }
}

async function run(): Promise<void> {
  await client.request('watch.configure', {
    accounts: order.accounts,
    heartbeatIntervalMs: 5_000,
    proxies: {},
  })
  await Promise.all(order.keys.map(sendForever))
}

void run()
