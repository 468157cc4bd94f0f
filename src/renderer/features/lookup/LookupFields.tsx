import { useId, useMemo, useState } from 'react'
import type { Account } from '../../../shared/account'
import { scriptNameOf } from '../../../shared/script-names'
import { RevealButton } from '../../components/RevealButton'
import { Select } from '../../components/Select'
import { Tabs } from '../../components/Tabs'
import { TextField } from '../../components/TextField'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { changeForm, type LookupForm, maskField, useLookup } from './lookup'
import styles from './lookup.module.css'
import type { LookupErrors } from './lookup-form'
import { useSessionNames } from './use-session-names'

type FieldName = Exclude<keyof LookupForm, 'by' | 'status'>

/** A value that can be chosen instead of typed, and what it is called. */
type Suggestion = { value: string; label?: string }

function Line(props: {
  field: FieldName
  label: string
  /** Something else says it to those who see. */
  hideLabel?: boolean
  errors: LookupErrors
  placeholder?: string
  help?: string
  type?: 'date'
  /** It names a person or a machine: hidden while presenting. */
  personal?: boolean
  suggestions?: readonly Suggestion[]
}) {
  const { field, suggestions = [] } = props
  const value = useLookup(({ form }) => form[field])
  const presenter = usePresenter()
  const list = useId()
  const isMasked = useLookup(({ masked }) => masked.has(field))
  // Once it was masked it can be masked again.
  const [wasMasked, setWasMasked] = useState(isMasked)
  if (isMasked && !wasMasked) setWasMasked(true)
  const isHidden = isMasked || (Boolean(props.personal) && presenter.on)
  return (
    <>
      <TextField
        label={props.label}
        hideLabel={props.hideLabel}
        placeholder={props.placeholder}
        help={props.help}
        error={props.errors[field] ?? null}
        type={isHidden ? 'password' : (props.type ?? 'text')}
        list={suggestions.length > 0 ? list : undefined}
        mono={props.type === undefined}
        value={value}
        onChange={(text) => changeForm({ [field]: text })}
        action={
          props.personal && wasMasked && value !== '' ? (
            <RevealButton
              what={props.label}
              hidden={isHidden}
              onChange={(hidden) => maskField(field, hidden)}
            />
          ) : null
        }
      />
      {suggestions.length > 0 ? (
        <datalist id={list}>
          {suggestions.map((each) => (
            <option key={each.value} value={each.value} label={each.label} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}

type FieldsProps = { account: Account; errors: LookupErrors }

const byOptions = [
  { value: 'discord', label: 'Discord id' },
  { value: 'key', label: 'Key' },
  { value: 'hub', label: 'Hub' },
] as const

const placeholders = {
  discord: '123456789098765432',
  key: '73978994376e1f3e307914c4',
  hub: '40511091490620200512',
} as const

function LuaprotFields({ account, errors }: FieldsProps) {
  const by = useLookup(({ form }) => form.by)
  const label = byOptions.find((option) => option.value === by)?.label ?? ''
  const known = account.scopes.filter((scope) => scope.kind === by && by === 'hub')
  return (
    <Tabs
      label="Look up by"
      value={by}
      options={byOptions}
      onChange={(next) => changeForm({ by: next, id: '' })}
    >
      <Line
        field="id"
        label={label}
        hideLabel
        placeholder={placeholders[by]}
        personal={by !== 'hub'}
        suggestions={known.map(({ id }) => ({ value: id }))}
        errors={errors}
      />
    </Tabs>
  )
}

/** The scripts that the account watches, and those that the list has of it. */
function useScriptIds(account: Account): Suggestion[] {
  const names = useScripts((state) => state.names)
  const { scripts } = useSessionNames(account)
  return useMemo(() => {
    const watched = account.scopes.filter(({ kind }) => kind === 'script').map(({ id }) => id)
    return [...new Set([...watched, ...scripts])].map((scriptId) => ({
      value: scriptId,
      label: scriptNameOf(names, { accountId: account.id, scriptId }) ?? undefined,
    }))
  }, [account, names, scripts])
}

function LuaauthFields({ account, errors }: FieldsProps) {
  return (
    <>
      <Line field="scriptId" label="Script" errors={errors} suggestions={useScriptIds(account)} />
      <Line field="key" label="Key" errors={errors} personal />
      <Line field="robloxId" label="Roblox id" errors={errors} personal />
      <Line field="placeId" label="Place" errors={errors} />
      <Line field="jobId" label="Job" errors={errors} personal />
    </>
  )
}

function JunkieFields({ account, errors }: FieldsProps) {
  return (
    <>
      <Line field="scriptId" label="Script" errors={errors} suggestions={useScriptIds(account)} />
      <Line
        field="userName"
        label="User name holds"
        errors={errors}
        personal
        help="Left empty, every page of the script is read."
      />
    </>
  )
}

const statusOptions = [
  { value: 'both', label: 'Active and ended' },
  { value: 'active', label: 'Active' },
  { value: 'ended', label: 'Ended' },
] as const

/** Machines and users that the list has of an account. */
function useVsayIds(account: Account): { machines: Suggestion[]; users: Suggestion[] } {
  const presenter = usePresenter()
  const { machines, users } = useSessionNames(account)
  return useMemo(() => {
    // A suggestion shows the id itself.
    if (presenter.on) return { machines: [], users: [] }
    const suggested = (known: typeof machines) =>
      known.map(({ id, name }) => ({ value: id, label: name ?? undefined }))
    return { machines: suggested(machines), users: suggested(users) }
  }, [presenter, machines, users])
}

function VsayFields({ account, errors }: FieldsProps) {
  const status = useLookup(({ form }) => form.status)
  const { machines, users } = useVsayIds(account)
  return (
    <>
      <Select
        label="Status"
        value={status}
        options={statusOptions}
        onChange={(next) => changeForm({ status: next })}
      />
      <Line field="machineId" label="Machine id" errors={errors} personal suggestions={machines} />
      <Line field="userId" label="User id" errors={errors} personal suggestions={users} />
      <Line field="from" label="From" type="date" errors={errors} />
      <Line field="to" label="To" type="date" errors={errors} />
    </>
  )
}

const fieldsOf = {
  luaprot: LuaprotFields,
  luaauth: LuaauthFields,
  junkie: JunkieFields,
  vsay: VsayFields,
} as const

/** What the account's service can be asked for. */
export function LookupFields(props: FieldsProps) {
  const Fields = fieldsOf[props.account.provider]
  return (
    <div className={styles.fields} data-provider={props.account.provider}>
      <Fields {...props} />
    </div>
  )
}
