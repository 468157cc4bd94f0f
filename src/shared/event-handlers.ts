import type { EventName, Payload } from './contract'

/** What is done at some of the contract's events. */
export type EventHandlers = { [E in EventName]?: (payload: Payload<E>) => void }

/** Hands an event to its handler; whether there is one. Whoever sends an event has put its own payload in it. */
export function handleEvent(handlers: EventHandlers, name: EventName, payload: unknown): boolean {
  const handle = handlers[name] as ((payload: unknown) => void) | undefined
  handle?.(payload)
  return handle !== undefined
}
