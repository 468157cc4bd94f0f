import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import type { LogFormat, SessionLogs } from '../../../shared/session-logs'
import { request } from '../../bridge'
import { type LogLines, logLines } from './log-lines'

export type LogsState =
  | { kind: 'loading' }
  | { kind: 'ready'; logs: SessionLogs; lines: LogLines }
  | { kind: 'failed'; error: AppError }

const loading: LogsState = { kind: 'loading' }

/** Fetches a session's logs in one form, each form when it is first looked at, and again on `refetch`. */
export function useLogs(key: SessionKey, format: LogFormat): { state: LogsState; refetch(): void } {
  const [states, setStates] = useState<Partial<Record<LogFormat, LogsState>>>({})
  const latest = useRef({ json: 0, text: 0 })
  const fetchLogs = useCallback(
    async (wanted: LogFormat) => {
      latest.current[wanted] += 1
      const mine = latest.current[wanted]
      setStates((old) => ({ ...old, [wanted]: loading }))
      const result = await request('session.logs', { key, format: wanted })
      if (latest.current[wanted] !== mine) return
      const state: LogsState = result.ok
        ? { kind: 'ready', logs: result.value, lines: logLines(result.value) }
        : { kind: 'failed', error: result.error }
      setStates((old) => ({ ...old, [wanted]: state }))
    },
    [key],
  )
  const known = states[format]
  useEffect(() => {
    if (!known) void fetchLogs(format)
  }, [known, format, fetchLogs])
  return { state: known ?? loading, refetch: () => void fetchLogs(format) }
}
