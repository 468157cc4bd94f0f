import {
  type EventName,
  type Input,
  isRequestName,
  type Output,
  type Payload,
  type RequestName,
  requests,
} from './contract'
import { type AppError, err, type Result } from './result'

/** Anything that carries structured-cloneable messages in order, both ways. */
export type Port = {
  post(message: unknown): void
  /** Calls `listener` for every message; returns how to stop. */
  listen(listener: (message: unknown) => void): () => void
}

type Frame =
  | { type: 'request'; id: number; name: string; input: unknown }
  | { type: 'response'; id: number; result: Result<unknown> }
  | { type: 'event'; name: EventName; payload: unknown }

/** The answers to some of the contract's requests. */
export type Handlers<N extends RequestName> = {
  [K in N]: (input: Input<K>) => Promise<Result<Output<K>>> | Result<Output<K>>
}

const isFrame = (message: unknown): message is Frame =>
  typeof message === 'object' && message !== null && 'type' in message

const internal = (message: string): AppError => ({ kind: 'internal', message })

/**
 * Answers one request of the contract: schema first, then the handler. Never throws; a handler that does is an
 * `internal` error whose message names the request only (an exception's text may hold anything).
 */
export async function answer<N extends RequestName>(
  handlers: Handlers<N>,
  name: string,
  input: unknown,
  onCrash: (name: string, cause: unknown) => void,
): Promise<Result<unknown>> {
  if (!isRequestName(name) || !Object.hasOwn(handlers, name))
    return err(internal(`There is no request "${name}" here.`))
  const parsed = requests[name].input.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.join('.') ?? ''
    return err({ kind: 'invalid', path, message: `${path || name}: ${issue?.message ?? 'not valid'}` })
  }
  try {
    const handler = handlers[name as N] as (input: unknown) => Promise<Result<unknown>> | Result<unknown>
    return await handler(parsed.data)
  } catch (cause) {
    onCrash(name, cause)
    return err(internal(`Sessiondeck failed at "${name}". Try again; if it stays so, restart the app.`))
  }
}

/** Serves `handlers` on a port until stopped; `emit` sends an event of the contract. */
export function serve<N extends RequestName>(
  port: Port,
  handlers: Handlers<N>,
  onCrash: (name: string, cause: unknown) => void,
): { emit<E extends EventName>(name: E, payload: Payload<E>): void; stop(): void } {
  const stop = port.listen((message) => {
    if (!isFrame(message) || message.type !== 'request') return
    const { id, name, input } = message
    void answer(handlers, name, input, onCrash).then((result) =>
      port.post({ type: 'response', id, result } satisfies Frame),
    )
  })
  return {
    emit: (name, payload) => port.post({ type: 'event', name, payload } satisfies Frame),
    stop,
  }
}

/** The asking side of a port. */
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
  /** Fails what is still open and stops listening. */
  close(error: AppError): void
}

/** Asks over a port. Requests that are open when the other side dies are failed by `close`. */
export function connect(port: Port): Client {
  let nextId = 1
  let closed: AppError | null = null
  const open = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Set<(name: EventName, payload: unknown) => void>()
  const stop = port.listen((message) => {
    if (!isFrame(message)) return
    if (message.type === 'response') {
      open.get(message.id)?.(message.result)
      open.delete(message.id)
    } else if (message.type === 'event') {
      for (const listener of listeners) listener(message.name, message.payload)
    }
  })
  const forward = (name: RequestName, input: unknown): Promise<Result<unknown>> => {
    if (closed) return Promise.resolve(err(closed))
    const id = nextId++
    return new Promise((resolve) => {
      open.set(id, resolve)
      port.post({ type: 'request', id, name, input } satisfies Frame)
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
    close(error) {
      closed = error
      stop()
      for (const resolve of open.values()) resolve(err(error))
      open.clear()
    },
  }
}
