import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/result'
import type { ScriptExecutions } from '../../../shared/script'
import type { ScriptRef } from '../../../shared/script-facts'
import { request } from '../../bridge'

/** A script's executions by day. */
type ExecutionsState =
  | { kind: 'loading' }
  | { kind: 'ready'; executions: ScriptExecutions }
  | { kind: 'failed'; error: AppError }

/** Requests a script's executions once. A late answer is dropped. */
export function useExecutions({ accountId, scriptId }: ScriptRef): ExecutionsState {
  const [state, setState] = useState<ExecutionsState>({ kind: 'loading' })
  useEffect(() => {
    let dropped = false
    void request('script.executions', { accountId, scriptId }).then((result) => {
      if (dropped) return
      setState(
        result.ok ? { kind: 'ready', executions: result.value } : { kind: 'failed', error: result.error },
      )
    })
    return () => {
      dropped = true
    }
  }, [accountId, scriptId])
  return state
}
