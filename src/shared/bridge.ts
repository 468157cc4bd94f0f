import type { EventName } from './contract'

/**
 * All that the preload script exposes to the window, as `globalThis.sessiondeck`. Untyped on purpose: the renderer
 * wraps it in the contract's types, the shell checks every call again.
 */
export type Bridge = {
  /** Asks the contract's request `name`; resolves with a `Result`, never rejects while the shell lives. */
  request(name: string, input: unknown): Promise<unknown>
  /** Calls `listener` for every event that the shell lets through; returns how to stop. */
  onEvent(listener: (name: EventName, payload: unknown) => void): () => void
}

/** The name under which the bridge is exposed. */
export const bridgeName = 'sessiondeck'

/** The two IPC channels behind the bridge. */
export const channels = { request: 'sessiondeck:request', event: 'sessiondeck:event' } as const

declare global {
  /** There only in the window; tests set their own. */
  var sessiondeck: Bridge
}
