import { useState } from 'react'
import type { ScriptRef } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { TextField } from '../../components/TextField'
import { changeError, useScriptChange } from './use-script-change'

/** Asks for a script's name before it is deleted for good. */
export function RemoveScriptDialog(props: {
  script: ScriptRef
  /** The service's name. */
  service: string
  name: string
  live: number
  onClose(): void
  onRemoved(): void
}) {
  const { script, service, name, live, onClose } = props
  const [typed, setTyped] = useState('')
  const { step, send, isShown } = useScriptChange(script)
  const error = changeError(step)
  const busy = step.kind === 'sending'
  const refusal = typed.trim() === name.trim() ? null : scriptsText.typeNameFirst(name)
  const remove = async () => {
    if (refusal !== null || !(await send(() => request('script.remove', script)))) return
    if (isShown()) onClose()
    props.onRemoved()
  }
  return (
    <Dialog
      title={scriptsText.removeTitle}
      size="small"
      keepOnOutsidePress
      onClose={onClose}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button shortcut="close" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button kind="danger" type="submit" shortcut="submit" busy={busy} disabledReason={refusal}>
            {scriptsText.removePermanently}
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        <p>
          {scriptsText.deletes(service)}{' '}
          <bdi>
            <strong>{name}</strong>
          </bdi>
          {live > 0 ? scriptsText.deletedWithSessions(live) : scriptsText.deletedForGood}
        </p>
        <TextField
          label={scriptsText.typeName(name)}
          mono
          value={typed}
          readOnly={busy}
          onChange={setTyped}
        />
        {error ? <Problem text={error.message} /> : null}
      </div>
    </Dialog>
  )
}
