import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/result'

/** The state of a request; sending it again keeps the old answer. */
export type Answer<T> =
  | { kind: 'loading'; value: T | null }
  | { kind: 'ready'; value: T }
  | { kind: 'failed'; value: T | null; error: AppError }

/** The error that two answers share, to be shown once; else `null`. */
export function sharedFailure(one: Answer<unknown>, other: Answer<unknown>): AppError | null {
  if (one.kind !== 'failed' || other.kind !== 'failed') return null
  return one.error.kind === other.error.kind ? one.error : null
}

/** Calls `ask` at the first render, whenever it changes (memoise it), and on `again`. Late answers are dropped. */
export function useAnswer<T>(ask: () => Promise<Result<T>>): { answer: Answer<T>; again(): void } {
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'loading', value: null })
  const latest = useRef(0)
  const again = useCallback(() => {
    latest.current += 1
    const mine = latest.current
    setAnswer(({ value }) => ({ kind: 'loading', value }))
    void ask().then((result) => {
      if (latest.current !== mine) return
      setAnswer(({ value }) =>
        result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', value, error: result.error },
      )
    })
  }, [ask])
  useEffect(() => {
    // The answer to another request must not be shown for this one.
    setAnswer({ kind: 'loading', value: null })
    again()
    return () => {
      latest.current += 1
    }
  }, [again])
  return { answer, again }
}
