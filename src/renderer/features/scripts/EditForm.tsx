import { type FormEvent, type KeyboardEvent, useEffect } from 'react'
import type { ScriptInfo } from '../../../shared/script'
import { type ScriptRef, scriptSwitches } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
import { CurlIconButton } from '../../actions/curl/CurlButton'
import { OutcomeLine } from '../../actions/OutcomeLine'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Problem } from '../../components/Problem'
import { Switch } from '../../components/Switch'
import { TextField } from '../../components/TextField'
import { isPressed } from '../../lib/shortcuts'
import { editOf, nameProblem, switchWords, withName, withSwitch } from './script-draft'
import styles from './scripts.module.css'
import { setDraft, useDraft } from './section-state'
import { useScriptChange } from './use-script-change'

/** A script's name and its four switches. What was not touched is not sent; what was not saved is kept. */
export function EditForm(props: {
  script: ScriptRef
  /** The service's name. */
  service: string
  info: ScriptInfo
}) {
  const { script, service, info } = props
  const draft = useDraft(script)
  const edit = editOf(draft, info)
  const { step, send } = useScriptChange(script)
  const busy = step.kind === 'sending'
  const name = draft.name ?? info.name ?? ''
  const problem = nameProblem(name)
  // What was saved is no draft any more once the service says the same.
  useEffect(() => {
    if (edit === null) setDraft(script, {})
  }, [edit, script])
  const save = () => {
    if (edit !== null && problem === null && !busy)
      void send(() => request('script.edit', { ...script, edit }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed('submit', event)) return
    event.preventDefault()
    save()
  }
  return (
    <form className={styles.block} aria-label={scriptsText.editForm} onSubmit={submit} onKeyDown={onKeyDown}>
      <h3 className={styles.subheading}>{scriptsText.edit}</h3>
      <TextField
        label={scriptsText.name}
        value={name}
        readOnly={busy}
        error={problem}
        help={edit?.name === '' ? scriptsText.nameCleared : scriptsText.nameUse(service)}
        onChange={(text) => setDraft(script, withName(draft, info, text))}
      />
      {scriptSwitches.map((id) => (
        <Switch
          key={id}
          {...switchWords(id)}
          checked={draft[id] ?? info[id] ?? false}
          disabled={busy}
          onChange={(on) => setDraft(script, withSwitch(draft, info, id, on))}
        />
      ))}
      {step.kind === 'done' ? <OutcomeLine action={step.action} mayTakeMs={null} /> : null}
      {step.kind === 'refused' ? <Problem text={step.error.message} /> : null}
      <div className={styles.formButtons}>
        {edit === null ? null : <p className={styles.note}>{scriptsText.draftKept}</p>}
        <CurlIconButton
          subject={() => edit && { kind: 'script-edit', ...script, edit }}
          disabledReason={edit === null ? scriptsText.nothingChanged : problem}
        />
        <Button
          disabledReason={edit === null ? scriptsText.nothingChanged : null}
          onClick={() => setDraft(script, {})}
        >
          {commonText.discard}
        </Button>
        <Button
          kind="primary"
          type="submit"
          shortcut="submit"
          busy={busy}
          disabledReason={edit === null ? scriptsText.nothingChanged : problem}
        >
          {commonText.save}
        </Button>
      </div>
    </form>
  )
}
