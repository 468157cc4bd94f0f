import { useMemo, useRef, useState } from 'react'
import { longestReason } from '../../../shared/action'
import { fill, valuesOf } from '../../../shared/message-template'
import { providerCatalog } from '../../../shared/provider-catalog'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { bulkButton, bulkVerbs } from '../../lib/bulk-words'
import { type BulkQuestion, closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { roster } from '../../stores/roster'
import { getSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { HandlerFields, TextFields } from '../actions/MessageFields'
import styles from './bulk.module.css'
import { draftOf, formOf, kindsFor, type MessageKind, messagesOf, type Wait, waits } from './bulk-form'
import { FilledPreview } from './FilledPreview'
import { PreviewTable } from './PreviewTable'
import { Templates } from './Templates'
import { usePreview } from './use-preview'

/** Asks what to do to many sessions, shows exactly whom it reaches, and starts it. */
export function BulkDialog({ action, target, said }: BulkQuestion) {
  const kinds = useMemo(() => (action === 'disconnect' ? [] : kindsFor(target, rowOf)), [action, target])
  const presenter = usePresenter()
  const [form, setForm] = useState(() => formOf(said))
  const [wait, setWait] = useState<Wait>('60000')
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const handler = useRef<HTMLInputElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)

  const { messages, errors } = useMemo(() => messagesOf(form, kinds), [form, kinds])
  const draft = useMemo(() => draftOf(action, target, messages, wait), [action, target, messages, wait])
  const state = usePreview(draft)
  const preview = state.kind === 'known' ? state.preview : state.kind === 'waiting' ? state.last : null
  const isCurrent = state.kind === 'known'
  const needs = preview?.confirmation ?? null
  const refusal = ((): string | null => {
    if (state.kind === 'nothing') return 'Write a message first'
    if (state.kind === 'refused') return state.error.message
    if (!isCurrent || !preview) return 'Looking whom it reaches…'
    if (preview.reached === 0) return 'There is nobody whom it reaches'
    return needs !== null && typed.trim() !== needs ? `Type “${needs}” to confirm` : null
  })()

  const start = async () => {
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
  }

  const fields = {
    form,
    errors,
    readOnly: busy,
    onChange: (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part })),
  }
  const sample = useSample(target, messages[0]?.kind ?? kinds[0])
  const account = useAccount(sample?.accountId ?? '')
  const filled = sample ? fill(form.text, valuesOf(sample, account?.label ?? '')) : undefined
  const cuts = action !== 'message'
  const name = preview ? bulkButton(action, preview.reached) : bulkVerbs[action]
  return (
    <Dialog
      title={bulkVerbs[action]}
      keepOnOutsidePress
      initialFocus={kinds.includes('text') ? text : kinds.includes('handler') ? handler : cancel}
      onClose={closeDialog}
      onSubmit={() => void start()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={closeDialog}>
            Cancel
          </Button>
          <Button
            kind={cuts ? 'danger' : 'primary'}
            type="submit"
            busy={busy}
            shortcut="submit"
            disabledReason={refusal}
          >
            {name}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {kinds.length > 0 ? (
          <Templates
            message={messages[0] ?? null}
            onPick={(message) => setForm((old) => ({ ...old, ...changedBy(formOf(message), message.kind) }))}
          />
        ) : null}
        {kinds.includes('text') ? <TextFields {...fields} first={text} filled={filled} /> : null}
        {kinds.includes('handler') ? <HandlerFields {...fields} first={handler} /> : null}
        {kinds.length > 0 ? <FilledPreview message={messages[0] ?? null} row={sample} /> : null}
        {action === 'message-disconnect' ? (
          <Select<Wait> label="Then disconnect" value={wait} options={waits} onChange={setWait} />
        ) : null}
        <TextField
          label="Reason"
          value={reason}
          maxLength={longestReason}
          help="Optional; kept in the action log."
          onChange={setReason}
        />
        {state.kind === 'refused' ? (
          <p role="alert" className={styles.error}>
            {presenter.text(state.error.message)}
          </p>
        ) : null}
        {preview ? <PreviewTable action={action} preview={preview} stale={!isCurrent} /> : null}
        {needs !== null ? (
          <TextField
            label={`Type “${needs}” to confirm`}
            value={typed}
            error={error}
            onChange={(value) => {
              setTyped(value)
              setError(null)
            }}
          />
        ) : error ? (
          <p role="alert" className={styles.error}>
            {presenter.text(error)}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

/** What a template changes: its own kind, and leaves what is written of the other. */
const changedBy = (form: ReturnType<typeof formOf>, kind: 'text' | 'handler') =>
  kind === 'text' ? { text: form.text } : { handler: form.handler, data: form.data }

/** A session of the list, or one that only a look-up found. */
const rowOf = (key: SessionKey) => getSession(key)?.row

/** Somebody of the target who gets a message of this kind, to show what it reads like. */
function useSample(target: BulkQuestion['target'], kind: MessageKind | undefined): RosterRow | null {
  return useMemo(() => {
    if (!kind) return null
    const takes = (row: RosterRow) => providerCatalog[row.provider].message === kind
    if (target.kind === 'sessions') {
      for (const key of target.keys) {
        const row = rowOf(key)
        if (row && takes(row)) return row
      }
      return null
    }
    for (const row of roster.rows.values()) if (row.accountId === target.accountId && takes(row)) return row
    return null
  }, [target, kind])
}
