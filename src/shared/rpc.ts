import {
  type EventName,
  type Input,
  isRequestName,
  type Output,
  type Payload,
  type RequestName,
  requests,
} from './contract'
import { lostAnswer } from './effects'
import { type AppError, err, ok, type Result } from './result'
import { checksText } from './text/checks'
import { requestsText } from './text/requests'

/** Anything that carries structured-cloneable messages in order, both ways. */
export type Port = {
  post(message: unknown): void
  /**
   * Calls `listener` for every message, and `onLost` for one that came and could not be read; returns how to stop.
   *
   * `post` throws for what cannot be carried.
   */
  listen(listener: (message: unknown) => void, onLost: () => void): () => void
}

type Frame =
  | { type: 'request'; id: number; name: string; input: unknown }
  | { type: 'response'; id: number; result: Result<unknown> }
  | { type: 'event'; name: EventName; payload: unknown }
  /** A request came that could not be read: which one is not known. */
  | { type: 'lost' }

/** The answers to some of the contract's requests. */
export type Handlers<N extends RequestName> = {
  [K in N]: (input: Input<K>) => Promise<Result<Output<K>>> | Result<Output<K>>
}

const isFrame = (message: unknown): message is Frame =>
  typeof message === 'object' && message !== null && 'type' in message

const internal = (message: string): AppError => ({ kind: 'internal', message })

/**
 * Answers one request of the contract: schema first, then the handler. Never throws; a handler that does is an error
 * whose message names the request only (an exception's text may hold anything).
 */
export async function answer<N extends RequestName>(
  handlers: Handlers<N>,
  name: string,
  input: unknown,
  onCrash: (name: string, cause: unknown) => void,
): Promise<Result<unknown>> {
  if (!isRequestName(name) || !Object.hasOwn(handlers, name)) return err(internal(requestsText.unknown(name)))
  const checked = check(name, input)
  if (!checked.ok) return checked
  try {
    const handler = handlers[name as N] as (input: unknown) => Promise<Result<unknown>> | Result<unknown>
    return await handler(checked.value)
  } catch (cause) {
    onCrash(name, cause)
    return err(lostAnswer(name, requestsText.failed(name), requestsText.tryAgain))
  }
}

function check(name: RequestName, input: unknown): Result<unknown> {
  const invalid = (path: string, why: string) =>
    err({ kind: 'invalid', path, message: `${path || name}: ${why}` } as const)
  try {
    const parsed = requests[name].input.safeParse(input)
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]
    return invalid(issue?.path.join('.') ?? '', issue?.message ?? checksText.notValid)
  } catch {
    // Too deep for the schema.
    return invalid('', checksText.notValid)
  }
}

/** Serves `handlers` on a port until stopped; `emit` sends an event of the contract. */
export function serve<N extends RequestName>(
  port: Port,
  handlers: Handlers<N>,
  onCrash: (name: string, cause: unknown) => void,
): { emit<E extends EventName>(name: E, payload: Payload<E>): void; stop(): void } {
  const post = (frame: Frame) => port.post(frame)
  const respond = (id: number, name: string, result: Result<unknown>) => {
    try {
      post({ type: 'response', id, result })
    } catch (cause) {
      onCrash(name, cause)
      const error = lostAnswer(name, requestsText.answerLost(name), requestsText.tryAgain)
      post({ type: 'response', id, result: err(error) })
    }
  }
  const stop = port.listen(
    (message) => {
      if (!isFrame(message) || message.type !== 'request') return
      const { id, name, input } = message
      void answer(handlers, name, input, onCrash).then((result) => respond(id, name, result))
    },
    () => post({ type: 'lost' }),
  )
  return {
    emit(name, payload) {
      try {
        post({ type: 'event', name, payload })
      } catch (cause) {
        // The emitter's work is done: an event that cannot be carried must not undo it.
        onCrash(name, cause)
      }
    },
    stop,
  }
}

/** The requesting side of a port. */
export type Client = {
  request<N extends RequestName>(
    name: N,
    ...input: undefined extends Input<N> ? [] : [Input<N>]
  ): Promise<Result<Output<N>>>
  /** For the relay, which has checked the name already. */
  forward(name: RequestName, input: unknown): Promise<Result<unknown>>
  on<E extends EventName>(name: E, listener: (payload: Payload<E>) => void): () => void
  /** Every event, for the relay. */
  onAny(listener: (name: EventName, payload: unknown) => void): () => void
  /** Fails what is still open, as {@link lostAnswer} says, and stops listening. */
  close(what: string, advice: string): void
}

/**
 * Sends requests over a port. None stays open: `close` fails those that are open when the other side dies, and a lost
 * message fails all of them, since it cannot be known whose answer it was.
 */
export function connect(port: Port): Client {
  let nextId = 1
  let closed: AppError | null = null
  const open = new Map<number, { name: RequestName; resolve(result: Result<unknown>): void }>()
  const listeners = new Set<(name: EventName, payload: unknown) => void>()
  const failOpen = (what: string, advice: string) => {
    for (const { name, resolve } of open.values()) resolve(err(lostAnswer(name, what, advice)))
    open.clear()
  }
  const onLost = () => failOpen(requestsText.lost, requestsText.tryAgain)
  const stop = port.listen((message) => {
    if (!isFrame(message)) return
    if (message.type === 'response') {
      open.get(message.id)?.resolve(message.result)
      open.delete(message.id)
    } else if (message.type === 'event') {
      for (const listener of listeners) listener(message.name, message.payload)
    } else if (message.type === 'lost') onLost()
  }, onLost)
  const forward = (name: RequestName, input: unknown): Promise<Result<unknown>> => {
    if (closed) return Promise.resolve(err(closed))
    const id = nextId++
    return new Promise((resolve) => {
      open.set(id, { name, resolve })
      try {
        port.post({ type: 'request', id, name, input } satisfies Frame)
      } catch {
        open.delete(id)
        resolve(err(internal(requestsText.notCarried(name))))
      }
    })
  }
  const onAny = (listener: (name: EventName, payload: unknown) => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    request: (name, ...input) => forward(name, input[0]) as Promise<Result<Output<typeof name>>>,
    forward,
    on: (name, listener) =>
      onAny((heard, payload) => {
        if (heard === name) listener(payload as Payload<typeof name>)
      }),
    onAny,
    close(what, advice) {
      closed = internal(requestsText.advised(what, advice))
      stop()
      failOpen(what, advice)
    },
  }
}
