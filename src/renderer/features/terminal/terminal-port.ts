import { isTerminalPort } from '../../../shared/bridge'
import { err, type Result } from '../../../shared/result'
import { request } from '../../bridge'

/** How long a port may be under way after the shell has answered, ms. */
const portTimeoutMs = 5_000

const late = err({
  kind: 'internal',
  message: 'The terminal’s output did not reach the window. Close the tab and open it again.',
} as const)

/** Asks for a terminal's port. The one that was asked for before falls silent. */
export async function attachPort(terminalId: string): Promise<Result<MessagePort>> {
  // The port may come before the answer.
  const waiting = nextPort(terminalId)
  const answer = await request('terminal.attach', { id: terminalId })
  if (!answer.ok) {
    waiting.stop()
    return answer
  }
  const timer = setTimeout(waiting.stop, portTimeoutMs)
  const port = await waiting.port
  clearTimeout(timer)
  return port ? { ok: true, value: port } : late
}

function nextPort(terminalId: string): { port: Promise<MessagePort | null>; stop(): void } {
  let stop = () => {}
  const port = new Promise<MessagePort | null>((resolve) => {
    const finish = (found: MessagePort | null) => {
      globalThis.removeEventListener('message', onMessage)
      resolve(found)
    }
    const onMessage = (event: MessageEvent<unknown>) => {
      const [found] = event.ports
      if (event.source !== globalThis.window || !isTerminalPort(event.data) || !found) return
      if (event.data.id === terminalId) finish(found)
    }
    globalThis.addEventListener('message', onMessage)
    stop = () => finish(null)
  })
  return { port, stop }
}
