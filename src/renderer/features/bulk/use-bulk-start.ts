import { useState } from 'react'
import type { BulkPreview } from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { request } from '../../bridge'
import { closeDialog } from '../../stores/dialogs'
import type { PreviewState } from './use-preview'

/** A bulk action that waits to be started. */
type BulkStart = {
  /** Recipients, by the latest answer. */
  preview: BulkPreview | null
  /** The preview is of what is written now. */
  isCurrent: boolean
  /** The text that has to be typed first; `null`: none. */
  needs: string | null
  typed: string
  type(text: string): void
  reason: string
  setReason(reason: string): void
  /** Why it cannot be started now; `null`: it can. */
  refusal: string | null
  /** Why it was not started. */
  error: string | null
  busy: boolean
  /** Starts it, once, and closes the dialog. */
  start(): Promise<void>
}

/** Starts what a preview showed, once its confirmation was typed. */
export function useBulkStart(state: PreviewState): BulkStart {
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const preview = state.kind === 'known' ? state.preview : state.kind === 'waiting' ? state.last : null
  const needs = preview?.confirmation ?? null
  const refusal = refusalOf(state, typed)
  return {
    preview,
    isCurrent: state.kind === 'known',
    needs,
    typed,
    type(text) {
      setTyped(text)
      setError(null)
    },
    reason,
    setReason,
    refusal,
    error,
    busy,
    async start() {
      if (busy || refusal || !preview) return
      setBusy(true)
      const result = await request('bulk.start', {
        planId: preview.planId,
        confirmation: needs === null ? null : typed,
        reason: reason.trim() === '' ? null : reason.trim(),
      })
      setBusy(false)
      if (result.ok) closeDialog()
      else setError(result.error.message)
    },
  }
}

function refusalOf(state: PreviewState, typed: string): string | null {
  switch (state.kind) {
    case 'nothing':
      return bulkDialogsText.writeFirst
    case 'refused':
      return state.error.message
    case 'waiting':
      return bulkDialogsText.checking
    case 'known': {
      const { reached, confirmation } = state.preview
      if (reached === 0) return bulkDialogsText.noRecipients
      return confirmation !== null && typed.trim() !== confirmation
        ? bulkDialogsText.confirm(confirmation)
        : null
    }
  }
}
