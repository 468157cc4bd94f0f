import { useState } from 'react'
import type { SshHost } from '../../../../shared/terminal'
import { commonText } from '../../../../shared/text/common'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'
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
      title={host ? sshHostsText.editTitle : sshHostsText.add}
      keepOnOutsidePress
      onClose={closeTerminalDialog}
      onSubmit={host ? saveOnly : () => void save(openHost)}
      footer={
        <>
          {host ? (
            <Button kind="danger-quiet" className={styles.left} onClick={() => setRemoving(true)}>
              {sshHostsText.openRemove}
            </Button>
          ) : null}
          <Button onClick={closeTerminalDialog}>{commonText.cancel}</Button>
          {host ? null : (
            <Button busy={saving} onClick={saveOnly}>
              {commonText.save}
            </Button>
          )}
          <Button kind="primary" type="submit" busy={saving}>
            {host ? commonText.save : sshHostsText.saveAndConnect}
          </Button>
        </>
      }
      over={
        host && removing ? <RemoveHostDialog host={host} onClose={() => setRemoving(false)} /> : undefined
      }
    >
      {covered && host ? (
        <Cover title={sshHostsText.coveredTitle} onShow={show}>
          {sshHostsText.covered}
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
        <TextField label={sshHostsText.host} mono placeholder={sshHostsText.hostExample} {...text('host')} />
        <TextField label={sshHostsText.port} mono inputMode="numeric" {...text('port')} />
      </div>
      <div className={layout.pair}>
        <TextField label={sshHostsText.user} mono {...text('user')} />
        <TextField
          label={sshHostsText.keepAlive}
          inputMode="numeric"
          help={sshHostsText.keepAliveHelp}
          {...text('keepAliveSeconds')}
        />
      </div>
      <div className={layout.pair}>
        <TextField label={sshHostsText.label} placeholder={form.host} {...text('label')} />
        <TextField label={sshHostsText.group} placeholder={sshHostsText.noGroup} {...text('group')} />
      </div>
      <Switch
        label={sshHostsText.logOutput}
        help={sshHostsText.logOutputHelp}
        checked={form.logOutput}
        onChange={(logOutput) => onChange({ logOutput })}
      />
      <details className={classNames(layout.more, styles.more)}>
        <summary>{sshHostsText.more}</summary>
        <div className={styles.stack}>
          <TextArea
            label={sshHostsText.keyFiles}
            rows={2}
            mono
            help={sshHostsText.keyFilesHelp}
            {...text('identityFiles')}
          />
          <Switch
            label={sshHostsText.onlyTheseKeys}
            help={sshHostsText.onlyTheseKeysHelp}
            checked={form.identitiesOnly}
            onChange={(identitiesOnly) => onChange({ identitiesOnly })}
          />
          <div className={layout.pair}>
            <TextField
              label={sshHostsText.agent}
              mono
              placeholder={sshHostsText.usualAgent}
              help={sshHostsText.agentHelp}
              {...text('identityAgent')}
            />
            <TextField
              label={sshHostsText.hostKeyName}
              mono
              placeholder={sshHostsText.addressAsName}
              help={sshHostsText.hostKeyNameHelp}
              {...text('hostKeyAlias')}
            />
          </div>
          <TextArea
            label={sshHostsText.jumpHosts}
            rows={2}
            mono
            help={sshHostsText.jumpHostsHelp}
            {...text('jumps')}
          />
          <TextArea
            label={sshHostsText.forwards}
            rows={2}
            mono
            help={sshHostsText.forwardsHelp}
            {...text('forwards')}
          />
          <Switch
            label={sshHostsText.agentForwarding}
            help={sshHostsText.agentForwardingHelp}
            checked={form.agentForwarding}
            onChange={(agentForwarding) => onChange({ agentForwarding })}
          />
        </div>
      </details>
    </div>
  )
}
