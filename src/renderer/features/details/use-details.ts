import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/result'
import type { SessionDetails, SessionKey } from '../../../shared/session'
import { request } from '../../bridge'

/** `loading` keeps what an earlier answer said. */
export type DetailsState =
  | { kind: 'loading'; details: SessionDetails | null }
  | { kind: 'ready'; details: SessionDetails }
  | { kind: 'failed'; details: SessionDetails | null; error: AppError }

/** Fetches a session's details when it is opened, and again on `refetch`. An answer that came too late is dropped. */
export function useDetails(key: SessionKey): { state: DetailsState; refetch(): void } {
  const [state, setState] = useState<DetailsState>({ kind: 'loading', details: null })
  const latest = useRef(0)
  const refetch = useCallback(() => {
    latest.current += 1
    const mine = latest.current
    setState(({ details }) => ({ kind: 'loading', details }))
    void request('session.details', { key }).then((result) => {
      if (latest.current !== mine) return
      setState(({ details }) =>
        result.ok
          ? { kind: 'ready', details: result.value }
          : { kind: 'failed', details, error: result.error },
      )
    })
  }, [key])
  useEffect(() => {
    refetch()
    return () => {
      latest.current += 1
    }
  }, [refetch])
  return { state, refetch }
}
