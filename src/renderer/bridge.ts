import type { EventName, Input, Output, Payload, RequestName } from '../shared/contract'
import { lostAnswer } from '../shared/effects'
import { err, type Result } from '../shared/result'
import { requestsText } from '../shared/text/requests'

/**
 * Asks a request of the contract. Never rejects: a bridge that fails (the shell is gone, the window is being closed, an
 * answer cannot be carried) is an error; an action may have taken effect all the same, and its error says so.
 */
export async function request<N extends RequestName>(
  name: N,
  ...input: undefined extends Input<N> ? [] : [Input<N>]
): Promise<Result<Output<N>>> {
  try {
    return (await globalThis.sessiondeck.request(name, input[0])) as Result<Output<N>>
  } catch {
    return err(lostAnswer(name, requestsText.noAnswer(name), requestsText.restart))
  }
}

type Listener = (payload: unknown) => void

/**
 * Whoever listens, by event. The bridge is asked for all of them once: each of its listeners would get a copy of every
 * event.
 */
class Events {
  readonly #listeners = new Map<EventName, Set<Listener>>()
  #stop: (() => void) | null = null

  add(event: EventName, listener: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    this.#stop ??= globalThis.sessiondeck.onEvent((name, payload) => {
      for (const each of this.#listeners.get(name) ?? []) each(payload)
    })
    return () => {
      if (!listeners.delete(listener) || listeners.size > 0) return
      this.#listeners.delete(event)
      if (this.#listeners.size > 0) return
      this.#stop?.()
      this.#stop = null
    }
  }
}

const events = new Events()

/** Calls `listener` for every event of that name; returns how to stop. */
export function on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): () => void {
  // Another function each time: a listener that is added twice is called twice, and stopped one by one.
  return events.add(event, (payload) => listener(payload as Payload<E>))
}
