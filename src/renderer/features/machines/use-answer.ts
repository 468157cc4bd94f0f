import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/result'

/** What became of a question; asking it again keeps what was known before. */
export type Answer<T> =
  | { kind: 'loading'; value: T | null }
  | { kind: 'ready'; value: T }
  | { kind: 'failed'; value: T | null; error: AppError }

/** What two answers failed with alike, which a person is told once; else `null`. */
export function sharedFailure(one: Answer<unknown>, other: Answer<unknown>): AppError | null {
  if (one.kind !== 'failed' || other.kind !== 'failed') return null
  return one.error.kind === other.error.kind ? one.error : null
}

/** Asks when it is first shown, whenever `ask` changes (memoise it), and on `again`. An answer that came too late is dropped. */
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
    // What another question was answered must not stand under this one.
    setAnswer({ kind: 'loading', value: null })
    again()
    return () => {
      latest.current += 1
    }
  }, [again])
  return { answer, again }
}
