import type { EventName, Input, Output, Payload, RequestName } from '../shared/contract'
import { lostAnswer } from '../shared/effects'
import { err, type Result } from '../shared/result'

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
    const what = `Sessiondeck’s window got no answer from its background part (${name})`
    return err(lostAnswer(name, what, 'Close and start it again.'))
  }
}

/** Calls `listener` for every event of that name; returns how to stop. */
export function on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): () => void {
  return globalThis.sessiondeck.onEvent((name, payload) => {
    if (name === event) listener(payload as Payload<E>)
  })
}
