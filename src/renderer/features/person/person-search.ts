import type { Action } from '../../../shared/action'
import type { AppError } from '../../../shared/app-error'
import { type FoundPerson, isTheirs, mostPersonKeys, type PersonAsk } from '../../../shared/person'
import type { Session, SessionKey } from '../../../shared/session'
import { isOver } from '../../../shared/unlisted-row'
import { request } from '../../bridge'
import { addFound, useFound } from '../../stores/found'

/** What a service answered. `none`: there is no request to it. */
export type AskState =
  | { kind: 'none' | 'asking' }
  | { kind: 'answered'; sessions: number; complete: boolean }
  | { kind: 'failed'; error: AppError }

/** A person as far as they are known: what the list knew at once, then each service's answer. */
export type FoundState = {
  kind: 'found'
  person: FoundPerson
  asks: readonly (PersonAsk & { state: AskState })[]
  /** Those who are live: the list's and the services', each once. */
  keys: readonly SessionKey[]
  /** Their sessions that are over, as a service remembers them, the latest first. */
  ended: readonly SessionKey[]
}

export type PersonState = { kind: 'idle' | 'searching' } | { kind: 'failed'; error: AppError } | FoundState

const laneOf = (index: number) => `person:${index}`

/** Several services answer in any order. */
function latestFirst(keys: readonly SessionKey[]): SessionKey[] {
  const { byKey } = useFound.getState()
  const startedAt = (key: SessionKey) => byKey.get(key)?.row.startedAt ?? 0
  return [...new Set(keys)].sort((a, b) => startedAt(b) - startedAt(a))
}

const keysOf = (sessions: readonly Pick<Session, 'key'>[]) => sessions.map(({ key }) => key)

/** One search for a person at a time: another text, or the end, stops the requests under way. */
export class PersonSearch {
  readonly #onChange: (state: PersonState) => void
  #state: PersonState = { kind: 'idle' }
  #run = 0

  /** `onChange` is called with every new state. */
  constructor(onChange: (state: PersonState) => void) {
    this.#onChange = onChange
  }

  /** Searches the list and the log, then each service that may know more. */
  async find(text: string): Promise<void> {
    this.stop()
    const run = this.#run
    if (text.trim() === '') {
      this.#set({ kind: 'idle' })
      return
    }
    this.#set({ kind: 'searching' })
    const result = await request('person.find', { text, keys: [] })
    if (this.#run !== run) return
    if (!result.ok) {
      this.#set({ kind: 'failed', error: result.error })
      return
    }
    const person = result.value
    const asks = person.asks.map((ask) => ({
      ...ask,
      state: { kind: ask.question ? 'asking' : 'none' } as const,
    }))
    this.#set({ kind: 'found', person, asks, keys: keysOf(person.sessions), ended: [] })
    await Promise.all(person.asks.map((ask, index) => this.#ask(ask, index)))
  }

  /** Searches the list and the log again, and no service: they came back, or a service knew more of their sessions. */
  async refresh(): Promise<void> {
    const run = this.#run
    const before = this.#state
    if (before.kind !== 'found') return
    const keys = [...before.keys, ...before.ended].slice(0, mostPersonKeys)
    const result = await request('person.find', { text: before.person.text, keys })
    if (this.#run !== run || !result.ok) return
    const { sessions, similar, actions } = result.value
    this.#change(({ person }) => ({ person: { ...person, sessions, similar, actions } }), sessions)
  }

  /** An action changed: it is shown as it stands now, and a new one about a session of theirs is added. */
  actionChanged(action: Action): void {
    const state = this.#state
    if (state.kind !== 'found') return
    const { actions } = state.person
    const isShown = actions.some(({ id }) => id === action.id)
    const isTheir = (key: SessionKey) => state.keys.includes(key) || state.ended.includes(key)
    if (!isShown && !(action.sessionKey !== null && isTheir(action.sessionKey))) return
    const others = isShown
      ? actions.map((each) => (each.id === action.id ? action : each))
      : [action, ...actions]
    this.#change(({ person }) => ({ person: { ...person, actions: others } }), [])
  }

  /** Stops the requests under way. */
  stop(): void {
    this.#run += 1
    if (this.#state.kind !== 'found') return
    for (const [index, { state }] of this.#state.asks.entries())
      if (state.kind === 'asking') void request('lookup.cancel', { lane: laneOf(index) })
  }

  async #ask({ accountId, question }: PersonAsk, index: number): Promise<void> {
    if (!question) return
    const run = this.#run
    const result = await request('lookup.run', { lane: laneOf(index), accountId, question })
    if (this.#run !== run) return
    const sessions = result.ok ? result.value.sessions.filter((each) => isTheirs(question, each)) : []
    addFound(sessions)
    const state: AskState = result.ok
      ? { kind: 'answered', sessions: sessions.length, complete: result.value.complete }
      : { kind: 'failed', error: result.error }
    const told = (asks: FoundState['asks']) => asks.map((ask, at) => (at === index ? { ...ask, state } : ask))
    const over = keysOf(sessions.filter(isOver))
    const live = sessions.filter((each) => !isOver(each))
    this.#change(({ asks, ended }) => ({ asks: told(asks), ended: latestFirst([...ended, ...over]) }), live)
    // By these sessions the log may know more.
    if (sessions.length > 0) await this.refresh()
  }

  #change(part: (old: FoundState) => Partial<FoundState>, sessions: readonly Pick<Session, 'key'>[]): void {
    const old = this.#state
    if (old.kind !== 'found') return
    this.#set({ ...old, ...part(old), keys: [...new Set([...old.keys, ...keysOf(sessions)])] })
  }

  #set(state: PersonState): void {
    this.#state = state
    this.#onChange(state)
  }
}
