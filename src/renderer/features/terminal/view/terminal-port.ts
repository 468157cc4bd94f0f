import { isTerminalPort } from '../../../../shared/bridge'

/**
 * Calls `listener` with every port that is handed over for a terminal: the requested one, which may come before the
 * answer, and the one that follows a restart of the terminals thread. Returns how to stop.
 */
export function onPort(terminalId: string, listener: (port: MessagePort) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    if (event.source !== globalThis.window || !isTerminalPort(event.data) || !port) return
    if (event.data.id === terminalId) listener(port)
  }
  globalThis.addEventListener('message', onMessage)
  return () => globalThis.removeEventListener('message', onMessage)
}
