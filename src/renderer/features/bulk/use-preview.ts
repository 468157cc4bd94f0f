import { useEffect, useState } from 'react'
import type { BulkDraft, BulkPreview } from '../../../shared/bulk'
import type { AppError } from '../../../shared/result'
import { request } from '../../bridge'

/** Delay after the last key press, ms: a preview walks through all its sessions. */
const restMs = 200

/** The sessions that a draft reaches. `waiting`: the answer is not of this draft, or there is none yet. */
export type PreviewState =
  | { kind: 'nothing' }
  | { kind: 'waiting'; last: BulkPreview | null }
  | { kind: 'known'; preview: BulkPreview }
  | { kind: 'refused'; error: AppError }

/** Requests a preview whenever the draft changes; `null` needs none. An unchanged draft must keep its identity. */
export function usePreview(draft: BulkDraft | null): PreviewState {
  const [answer, setAnswer] = useState<{ of: BulkDraft; state: PreviewState } | null>(null)
  useEffect(() => {
    if (!draft) return
    let isLatest = true
    const timer = setTimeout(async () => {
      const result = await request('bulk.preview', draft)
      if (!isLatest) return
      const state: PreviewState = result.ok
        ? { kind: 'known', preview: result.value }
        : { kind: 'refused', error: result.error }
      setAnswer({ of: draft, state })
    }, restMs)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [draft])
  if (!draft) return { kind: 'nothing' }
  if (answer?.of === draft) return answer.state
  return { kind: 'waiting', last: answer?.state.kind === 'known' ? answer.state.preview : null }
}
