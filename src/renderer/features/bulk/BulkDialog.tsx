import { useEffect, useRef, useState } from 'react'
import { longestReason } from '../../../shared/action'
import type { BulkAim, BulkAudience } from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { commonText } from '../../../shared/text/common'
import { bulkButton, bulkVerbs } from '../../actions/bulk-words'
import { CurlButton } from '../../actions/curl/CurlButton'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { type BulkQuestion, closeDialog, openDialog } from '../../stores/dialogs'
import { BulkMessage } from './BulkMessage'
import { type Wait, waits, waitText } from './bulk-form'
import { PreviewTable } from './PreviewTable'
import { useBulkDraft } from './use-bulk-draft'
import { useBulkStart } from './use-bulk-start'
import { usePreview } from './use-preview'

/** Asks what to do to many sessions, shows exactly whom it reaches, and starts it. */
export function BulkDialog(question: BulkQuestion) {
  const audience = useAudience(question.aim)
  return audience ? <Asked {...question} audience={audience} /> : null
}

/** Whom the watch thread understands; `null` until it has said so. Where it cannot, the preview will say why. */
function useAudience(aim: BulkAim): BulkAudience | null {
  const [audience, setAudience] = useState<BulkAudience | null>(null)
  useEffect(() => {
    let isOpen = true
    void request('bulk.audience', { aim }).then((result) => {
      if (isOpen) setAudience(result.ok ? result.value : unknownAudience)
    })
    return () => {
      isOpen = false
    }
  }, [aim])
  return audience
}

const unknownAudience: BulkAudience = {
  target: { kind: 'remembered', name: '' },
  kinds: [],
  samples: [],
}

function Asked(props: BulkQuestion & { audience: BulkAudience }) {
  const { action, audience, retryOf } = props
  const written = useBulkDraft(props, audience)
  const state = usePreview(written.draft)
  const starting = useBulkStart(state)
  const { preview, needs, typed, error, busy } = starting
  const text = useRef<HTMLTextAreaElement>(null)
  const handler = useRef<HTMLInputElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const [kind] = written.kinds
  const giveUp = () => {
    if (retryOf === undefined) closeDialog()
    else openDialog({ kind: 'batch', id: retryOf })
  }
  return (
    <Dialog
      title={bulkVerbs[action]}
      keepOnOutsidePress
      initialFocus={kind === 'text' ? text : kind === 'handler' ? handler : cancel}
      onClose={giveUp}
      onSubmit={() => void starting.start()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={giveUp}>
            {commonText.cancel}
          </Button>
          <CurlButton
            subject={() => preview && { kind: 'bulk', planId: preview.planId }}
            disabledReason={starting.isCurrent && preview?.reached ? null : starting.refusal}
          />
          <Button
            kind={action === 'message' ? 'primary' : 'danger'}
            type="submit"
            busy={busy}
            shortcut="submit"
            disabledReason={starting.refusal}
          >
            {preview ? bulkButton(action, preview.reached) : bulkVerbs[action]}
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        <BulkMessage
          samples={audience.samples}
          written={written}
          readOnly={busy}
          text={text}
          handler={handler}
        />
        {action === 'message-disconnect' ? (
          <Select<Wait>
            label={bulkDialogsText.disconnectAfter}
            value={written.wait}
            options={waits.map((value) => ({ value, label: waitText(value) }))}
            onChange={written.setWait}
          />
        ) : null}
        <TextField
          label={bulkDialogsText.reason}
          value={starting.reason}
          maxLength={longestReason}
          help={bulkDialogsText.reasonHelp}
          onChange={starting.setReason}
        />
        {state.kind === 'refused' ? <Problem text={state.error.message} /> : null}
        {preview ? <PreviewTable action={action} preview={preview} stale={!starting.isCurrent} /> : null}
        {needs !== null ? (
          <TextField
            label={bulkDialogsText.confirm(needs)}
            value={typed}
            error={error}
            onChange={starting.type}
          />
        ) : error ? (
          <Problem text={error} />
        ) : null}
      </div>
    </Dialog>
  )
}
