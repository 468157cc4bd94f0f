import type { EventName } from './contract'

/**
 * How the window receives a terminal's port. After the request `terminal.attach` the preload script posts this message
 * to the page's own `window`, with the port as `event.ports[0]`: the bridge cannot return one, because a port does not
 * cross the isolated world as a value.
 *
 * ```ts
 * window.addEventListener('message', (event) => {
 *   if (event.source !== window || !isTerminalPort(event.data)) return
 *   const [port] = event.ports // post FromWindow on it, hear ToWindow (terminal-frames); setting onmessage starts it
 * })
 * ```
 *
 * Listen before asking to attach: the port may come before the answer. The recent output is the first `data` on it, and
 * is acknowledged like any other. A port that comes later, requested or not (the terminals thread was restarted), replaces
 * the one before it, which falls silent. Send the size on every new port. Prompts that are still open for the terminal are
 * sent again as `terminal.prompt`, with the ids they had.
 */
export type TerminalPortMessage = { type: 'terminal.port'; id: string }

/** Whether a message to the page hands over a terminal's port. */
export const isTerminalPort = (data: unknown): data is TerminalPortMessage =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'terminal.port' &&
  'id' in data &&
  typeof data.id === 'string'

/**
 * All that the preload script exposes to the window, as `globalThis.sessiondeck`. Untyped on purpose: the renderer
 * wraps it in the contract's types, the shell checks every call again.
 */
export type Bridge = {
  /** Sends the contract's request `name`; resolves with a `Result`, never rejects while the shell lives. */
  request(name: string, input: unknown): Promise<unknown>
  /** Calls `listener` for every event that the shell lets through; returns how to stop. */
  onEvent(listener: (name: EventName, payload: unknown) => void): () => void
}

/** The name under which the locale of the window's first picture is exposed; the workspace tells of another one. */
export const localeName = 'sessiondeckLocale'

/** What precedes that locale among the arguments of the page's process. */
export const localeArgument = '--sessiondeck-locale='

/** The name under which the bridge is exposed. */
export const bridgeName = 'sessiondeck'

/** The IPC channels behind the bridge; `port` carries a terminal's id and its port. */
export const channels = {
  request: 'sessiondeck:request',
  event: 'sessiondeck:event',
  port: 'sessiondeck:terminal-port',
} as const

declare global {
  /** There only in the window; tests set their own. */
  var sessiondeck: Bridge
  var sessiondeckLocale: string | undefined
}
