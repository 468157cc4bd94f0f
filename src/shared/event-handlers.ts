import type { EventName, Payload } from './contract'

/** The handlers of some of the contract's events. */
export type EventHandlers = { [E in EventName]?: (payload: Payload<E>) => void }

/** Hands an event to its handler, with the payload that its sender gave it. Returns whether there is a handler. */
export function handleEvent(handlers: EventHandlers, name: EventName, payload: unknown): boolean {
  const handle = handlers[name] as ((payload: unknown) => void) | undefined
  handle?.(payload)
  return handle !== undefined
}
