import { useState } from 'react'
import type { SshHost } from '../../../../shared/terminal'
import { request } from '../../../bridge'
import { Button } from '../../../components/Button'
import { Cover, useCover } from '../../../components/Cover'
import { classNames } from '../../../components/class-names'
import { Dialog } from '../../../components/Dialog'
import layout from '../../../components/form-layout.module.css'
import { Problem } from '../../../components/Problem'
import { Switch } from '../../../components/Switch'
import { TextArea } from '../../../components/TextArea'
import { TextField } from '../../../components/TextField'
import { openHost } from '../connections'
import styles from '../dialogs.module.css'
import { closeTerminalDialog } from '../terminal-dialogs'
import { type HostErrors, type HostForm, hostForm, hostOf } from './host-form'
import { RemoveHostDialog } from './RemoveHostDialog'

/** Adds an SSH host or changes one. Passwords are never typed here: they are asked for when they are needed. */
export function HostDialog({ host }: { host: SshHost | null }) {
  const [form, setForm] = useState(() => hostForm(host))
  const [errors, setErrors] = useState<HostErrors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { covered, show } = useCover()
  const change = (part: Partial<HostForm>) => {
    setForm((old) => ({ ...old, ...part }))
    setErrors({})
    setProblem(null)
  }
  const save = async (then: (saved: SshHost) => void) => {
    const result = hostOf(form, host?.id ?? crypto.randomUUID(), host)
    setErrors(result.ok ? {} : result.error)
    if (!result.ok || saving) return
    setSaving(true)
    const saved = await request('host.save', result.value)
    setSaving(false)
    if (!saved.ok) {
      setProblem(saved.error.message)
      return
    }
    closeTerminalDialog()
    then(result.value)
  }
  const saveOnly = () => void save(() => undefined)
  return (
    <Dialog
      title={host ? 'SSH host' : 'Add an SSH host'}
      keepOnOutsidePress
      onClose={closeTerminalDialog}
      onSubmit={host ? saveOnly : () => void save(openHost)}
      footer={
        <>
          {host ? (
            <Button kind="danger-quiet" className={styles.left} onClick={() => setRemoving(true)}>
              Remove…
            </Button>
          ) : null}
          <Button onClick={closeTerminalDialog}>Cancel</Button>
          {host ? null : (
            <Button busy={saving} onClick={saveOnly}>
              Save
            </Button>
          )}
          <Button kind="primary" type="submit" busy={saving}>
            {host ? 'Save' : 'Save and connect'}
          </Button>
        </>
      }
      over={
        host && removing ? <RemoveHostDialog host={host} onClose={() => setRemoving(false)} /> : undefined
      }
    >
      {covered && host ? (
        <Cover title="The host’s fields are covered" onShow={show}>
          Presentation mode is on, and they hold its address and who signs in.
        </Cover>
      ) : (
        <HostFields form={form} errors={errors} onChange={change} />
      )}
      {problem ? <Problem text={problem} /> : null}
    </Dialog>
  )
}

type FieldsProps = { form: HostForm; errors: HostErrors; onChange(part: Partial<HostForm>): void }

function HostFields({ form, errors, onChange }: FieldsProps) {
  const text = (field: Exclude<keyof HostForm, 'identitiesOnly' | 'agentForwarding' | 'logOutput'>) => ({
    value: form[field],
    error: errors[field],
    onChange: (value: string) => onChange({ [field]: value }),
  })
  return (
    <div className={styles.stack}>
      <div className={styles.hostLine}>
        <TextField label="Host" mono placeholder="web-1.example.com or user@host:port" {...text('host')} />
        <TextField label="Port" mono inputMode="numeric" {...text('port')} />
      </div>
      <div className={layout.pair}>
        <TextField label="User" mono {...text('user')} />
        <TextField
          label="Keep-alive, seconds"
          inputMode="numeric"
          help="0 is off."
          {...text('keepAliveSeconds')}
        />
      </div>
      <div className={layout.pair}>
        <TextField label="Label" placeholder={form.host} {...text('label')} />
        <TextField label="Group" placeholder="none" {...text('group')} />
      </div>
      <Switch
        label="Keep a log of this terminal’s output"
        help="In a file of the data folder’s terminal-logs that only you can read. It holds everything shown, secrets too; nothing deletes it."
        checked={form.logOutput}
        onChange={(logOutput) => onChange({ logOutput })}
      />
      <details className={classNames(layout.more, styles.more)}>
        <summary>Keys, jump hosts, forwards</summary>
        <div className={styles.stack}>
          <TextArea
            label="Key files"
            rows={2}
            mono
            help="One per line. Empty uses the agent’s keys and the default files; “none” uses no file."
            {...text('identityFiles')}
          />
          <Switch
            label="Only these keys"
            help="Don’t offer the agent’s other keys."
            checked={form.identitiesOnly}
            onChange={(identitiesOnly) => onChange({ identitiesOnly })}
          />
          <div className={layout.pair}>
            <TextField
              label="Agent"
              mono
              placeholder="the usual one"
              help="A socket’s path, or none."
              {...text('identityAgent')}
            />
            <TextField
              label="Host key’s name"
              mono
              placeholder="the address"
              help="As known_hosts has it (HostKeyAlias)."
              {...text('hostKeyAlias')}
            />
          </div>
          <TextArea
            label="Jump hosts"
            rows={2}
            mono
            help="user@host:port, one a line; the next one to this machine first. A key file after it is its own; without one it is offered those above."
            {...text('jumps')}
          />
          <TextArea
            label="Local forwards"
            rows={2}
            mono
            help="8080:db.internal:5432 makes the database’s port 5432 this machine’s port 8080."
            {...text('forwards')}
          />
          <Switch
            label="Agent forwarding"
            help="Programs on the host can use this machine’s keys while you are connected. Only for hosts that you trust."
            checked={form.agentForwarding}
            onChange={(agentForwarding) => onChange({ agentForwarding })}
          />
        </div>
      </details>
    </div>
  )
}
