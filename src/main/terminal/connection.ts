import type { TerminalPrompt, TerminalSize } from '../../shared/terminal'

/**
 * How a connection ends. `exit`: the remote side finished by itself. `lost`: it broke or never came about; `retry` says
 * whether trying again by itself makes sense (never after a refused credential or a host key that is not trusted).
 * `reason` is a sentence for a person.
 */
export type ConnectionEnd =
  | { kind: 'exit'; code: number | null; signal: string | null; reason: string }
  | { kind: 'lost'; reason: string; retry: boolean }

/** What a connection tells its terminal. Nothing is called after `end`, and `end` exactly once. */
export type ConnectionEvents = {
  /** Output, raw. The whole tail comes before `end`. The receiver may keep the bytes, but not transfer their buffer. */
  data(bytes: Uint8Array): void
  state(state: 'connecting' | 'live'): void
  end(end: ConnectionEnd): void
  /** A line for the person, such as a server's banner or a forward that cannot listen. Control characters are removed. */
  notice(line: string): void
  /** After `write` said `false`: the transport takes more. */
  drain(): void
}

/** A terminal's transport, from the moment it was asked for. */
export type Connection = {
  /**
   * Sends input. Before `live` and after `end` it is dropped.
   *
   * @returns false where the transport is full: keep the rest until `drain`
   */
  write(data: string): boolean
  /** Tells the remote side the window's size; clamped to what a remote program can bear. */
  resize(size: TerminalSize): void
  /** Stops `data`, and with it the remote program once the window of the channel is full. */
  pause(): void
  resume(): void
  /** Ends the connection; `end` follows as an exit without a code. */
  close(): void
}

type WithoutIds<T> = T extends unknown ? Omit<T, 'id' | 'terminalId'> : never

/** What a connection asks, before the terminal gives it an id. */
export type Question = WithoutIds<TerminalPrompt>

/**
 * Asks the person. A host key is accepted by any answer (`[]` will do); `secrets` get one answer a field.
 *
 * @returns null where the person gave up, or the connection ended before the answer
 */
export type Ask = (question: Question) => Promise<string[] | null>

/** Starts a connection at once. Aborting the signal is the same as `close`. */
export type Connect = (
  size: TerminalSize,
  events: ConnectionEvents,
  ask: Ask,
  signal: AbortSignal,
) => Connection
