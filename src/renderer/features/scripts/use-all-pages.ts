import { useEffect, useRef, useState } from 'react'
import type { LookupAnswer, LookupQuestion } from '../../../shared/lookup'
import type { AppError } from '../../../shared/result'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'
import { on, request } from '../../bridge'
import { addFound } from '../../stores/found'

/** How the reading of a script's pages stands. */
type PagesState =
  | { kind: 'idle' }
  | { kind: 'reading'; done: number; total: number | null }
  | { kind: 'done'; answer: LookupAnswer }
  | { kind: 'failed'; error: AppError }

/** Reads every page of the answer to a question about a script; leaving stops it. */
export function useAllPages(
  { accountId, scriptId }: ScriptRef,
  question: LookupQuestion,
): {
  state: PagesState
  read(): void
  stop(): void
} {
  const lane = `pages:${scriptKey({ accountId, scriptId })}`
  const [state, setState] = useState<PagesState>({ kind: 'idle' })
  const latest = useRef(0)
  useEffect(
    () =>
      on('lookup.progress', ({ lane: of, done, total }) => {
        if (of === lane) setState((now) => (now.kind === 'reading' ? { kind: 'reading', done, total } : now))
      }),
    [lane],
  )
  useEffect(
    () => () => {
      latest.current += 1
      void request('lookup.cancel', { lane })
    },
    [lane],
  )
  const read = async () => {
    latest.current += 1
    const mine = latest.current
    setState({ kind: 'reading', done: 0, total: null })
    const result = await request('lookup.run', { lane, accountId, question })
    if (latest.current !== mine) return
    if (result.ok) addFound(result.value.sessions)
    setState(result.ok ? { kind: 'done', answer: result.value } : { kind: 'failed', error: result.error })
  }
  const stop = () => {
    latest.current += 1
    setState({ kind: 'idle' })
    void request('lookup.cancel', { lane })
  }
  return { state, read: () => void read(), stop }
}
