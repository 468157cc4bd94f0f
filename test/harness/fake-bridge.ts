import { type Bridge, bridgeName } from '../../src/shared/bridge'
import {
  type EventName,
  events,
  type Input,
  isRequestName,
  type Output,
  type Payload,
  type RequestName,
  requests,
} from '../../src/shared/contract'
import { err, ok, type Result } from '../../src/shared/result'

type Answer<N extends RequestName> = Result<Output<N>> | Promise<Result<Output<N>>>

/**
 * The other side of the window, for a test: answers requests as the test says, sends events, and records requests. All that
 * crosses it must fit the contract. A request without an answer fails, and its error has its name.
 */
export class FakeBridge {
  readonly #answers = new Map<RequestName, (input: unknown) => unknown>()
  readonly #requests: { name: RequestName; input: unknown }[] = []
  readonly #listeners = new Set<Parameters<Bridge['onEvent']>[0]>()

  /** Takes the place of the bridge that the preload script exposes. */
  install(): void {
    const bridge: Bridge = {
      request: async (name, input) => this.#request(name, input),
      onEvent: (listener) => {
        this.#listeners.add(listener)
        return () => {
          this.#listeners.delete(listener)
        }
      },
    }
    Object.assign(globalThis, { [bridgeName]: bridge })
  }

  /** Answers every request of that name from now on. */
  answer<N extends RequestName>(name: N, answer: (input: Input<N>) => Answer<N>): void {
    this.#answers.set(name, async (input) => {
      const result = await answer(input as Input<N>)
      return result.ok ? ok(requests[name].output.parse(result.value)) : result
    })
  }

  /** From now on requests of that name wait. Returns those that wait, the oldest first: each answers when it is called. */
  hold<N extends RequestName>(name: N): ((value: Output<N>) => void)[] {
    const waiting: ((value: Output<N>) => void)[] = []
    this.answer(name, () => new Promise((resolve) => waiting.push((value) => resolve(ok(value)))))
    return waiting
  }

  /** Sends an event to its listeners. */
  emit<E extends EventName>(name: E, payload: Payload<E>): void {
    const parsed = events[name].payload.parse(payload)
    for (const listener of this.#listeners) listener(name, parsed)
  }

  /** How many listen to events. */
  get listeners(): number {
    return this.#listeners.size
  }

  /** All requests, the latest last. */
  get requests(): readonly { name: RequestName; input: unknown }[] {
    return this.#requests
  }

  /** The inputs of the requests of that name, the latest last. */
  asked<N extends RequestName>(name: N): readonly Input<N>[] {
    return this.#requests.filter((each) => each.name === name).map(({ input }) => input as Input<N>)
  }

  async #request(name: string, input: unknown): Promise<unknown> {
    if (!isRequestName(name)) throw new Error(`${name} is no request of the contract`)
    const parsed: unknown = requests[name].input.parse(input)
    this.#requests.push({ name, input: parsed })
    const answer = this.#answers.get(name)
    return answer?.(parsed) ?? err({ kind: 'internal', message: `The test has no answer to ${name}` })
  }
}
