import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/app-error'
import type { FoundPerson, PersonAsk } from '../../../shared/person'
import type { SessionKey } from '../../../shared/session'
import { request } from '../../bridge'
import { addFound } from '../../stores/found'
import { roster } from '../../stores/roster'

/** What a service said. `none`: it is not asked. */
export type AskState =
  | { kind: 'none' | 'asking' }
  | { kind: 'answered'; sessions: number; complete: boolean }
  | { kind: 'failed'; error: AppError }

/** Somebody as far as they are known: what the list knew at once, then what each service answers. */
export type PersonState =
  | { kind: 'idle' | 'searching' }
  | { kind: 'failed'; error: AppError }
  | {
      kind: 'found'
      person: FoundPerson
      asks: readonly (PersonAsk & { state: AskState })[]
      /** The list's and the services', each once. */
      keys: readonly SessionKey[]
    }

/** The list is searched again at most this often while people arrive. */
const settleMs = 1_000

const laneOf = (index: number) => `person ${index}`

const joined = (keys: readonly SessionKey[], more: readonly SessionKey[]): SessionKey[] => [
  ...new Set([...keys, ...more]),
]

/** Finds a person; another text, or the end of the box, stops what is being asked. Nothing of it is kept after. */
export function usePerson(): { state: PersonState; find(text: string): void } {
  const [state, setState] = useState<PersonState>({ kind: 'idle' })
  const latest = useRef(0)
  const open = useRef<readonly string[]>([])

  const stop = () => {
    latest.current += 1
    for (const lane of open.current) void request('lookup.cancel', { lane })
    open.current = []
  }

  const answered = (index: number, answer: AskState, keys: readonly SessionKey[]) =>
    setState((old) =>
      old.kind === 'found'
        ? {
            ...old,
            keys: joined(old.keys, keys),
            asks: old.asks.map((ask, at) => (at === index ? { ...ask, state: answer } : ask)),
          }
        : old,
    )

  const ask = async ({ accountId, question }: PersonAsk, index: number, mine: number) => {
    if (!question) return
    const result = await request('lookup.run', { lane: laneOf(index), accountId, question })
    if (latest.current !== mine) return
    if (!result.ok) {
      answered(index, { kind: 'failed', error: result.error }, [])
      return
    }
    const { sessions, complete } = result.value
    addFound(sessions)
    answered(
      index,
      { kind: 'answered', sessions: sessions.length, complete },
      sessions.map(({ key }) => key),
    )
  }

  const find = async (text: string) => {
    stop()
    const mine = latest.current
    if (text.trim() === '') {
      setState({ kind: 'idle' })
      return
    }
    setState({ kind: 'searching' })
    const result = await request('person.find', { text })
    if (latest.current !== mine) return
    if (!result.ok) {
      setState({ kind: 'failed', error: result.error })
      return
    }
    const person = result.value
    const isAsked = (each: PersonAsk) => each.question !== null
    open.current = person.asks.flatMap((each, index) => (isAsked(each) ? [laneOf(index)] : []))
    setState({
      kind: 'found',
      person,
      asks: person.asks.map((each) => ({ ...each, state: { kind: isAsked(each) ? 'asking' : 'none' } })),
      keys: person.sessions.map(({ key }) => key),
    })
    for (const [index, each] of person.asks.entries()) void ask(each, index, mine)
  }

  const isFound = state.kind === 'found'
  const text = state.kind === 'found' ? state.person.text : ''
  // Somebody who comes back while the box is open is in it: the list is asked again, the services are not.
  useEffect(() => {
    if (!isFound) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const again = async () => {
      timer = null
      const mine = latest.current
      const result = await request('person.find', { text })
      if (latest.current !== mine || !result.ok) return
      const { sessions, actions } = result.value
      const keys = sessions.map(({ key }) => key)
      setState((old) =>
        old.kind === 'found'
          ? { ...old, person: { ...old.person, sessions, actions }, keys: joined(old.keys, keys) }
          : old,
      )
    }
    const unsubscribe = roster.subscribe(({ arrivals }) => {
      if (arrivals.length > 0) timer ??= setTimeout(() => void again(), settleMs)
    })
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [isFound, text])

  const end = useRef(stop)
  useEffect(() => end.current, [])
  return { state, find: (text) => void find(text) }
}
