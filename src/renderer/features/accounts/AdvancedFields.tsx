import { Plus, RotateCcw, Trash2 } from 'lucide-react'
import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { accountsText } from '../../../shared/text/accounts'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { TextField } from '../../components/TextField'
import { type AccountForm, type FieldErrors, type HeaderLine, newRow, originChanged } from './account-form'
import styles from './accounts.module.css'

type Props = {
  form: AccountForm
  account: Account | null
  errors: FieldErrors
  readOnly: boolean
  onChange(change: Partial<AccountForm>): void
}

/** Where requests go, how the key is put on them, and how many a minute. */
export function AdvancedFields(props: Props) {
  const { form, errors, readOnly, onChange } = props
  const facts = providerCatalog[form.provider]
  return (
    <div className={styles.advanced}>
      <TextField
        label={accountsText.address}
        mono
        value={form.baseUrl}
        error={errors.baseUrl}
        readOnly={readOnly}
        help={originChanged(form, props.account) ? accountsText.otherServer : undefined}
        onChange={(baseUrl) => onChange({ baseUrl })}
        action={
          form.baseUrl !== facts.baseUrl && !readOnly ? (
            <IconButton
              label={accountsText.backTo(facts.baseUrl)}
              shortcut={null}
              icon={<RotateCcw />}
              onClick={() => onChange({ baseUrl: facts.baseUrl })}
            />
          ) : null
        }
      />
      <div className={styles.columns}>
        <TextField
          label={accountsText.authHeader}
          mono
          value={form.authHeader.name}
          error={errors['authHeader.name']}
          readOnly={readOnly}
          onChange={(name) => onChange({ authHeader: { ...form.authHeader, name } })}
        />
        <TextField
          label={accountsText.prefix}
          mono
          value={form.authHeader.scheme}
          placeholder={accountsText.noPrefix}
          error={errors['authHeader.scheme']}
          readOnly={readOnly}
          onChange={(scheme) => onChange({ authHeader: { ...form.authHeader, scheme } })}
        />
        <TextField
          label={accountsText.requestsPerMinute}
          inputMode="numeric"
          value={form.requestsPerMinute}
          error={errors.requestsPerMinute}
          readOnly={readOnly}
          onChange={(requestsPerMinute) => onChange({ requestsPerMinute })}
        />
      </div>
      <HeadersEditor {...props} />
    </div>
  )
}

function HeadersEditor({ form, account, errors, readOnly, onChange }: Props) {
  const { headers } = form
  const error = Object.entries(errors).find(([path]) => path.startsWith('headers'))?.[1]
  const replace = (next: HeaderLine) =>
    onChange({ headers: headers?.map((line) => (line.row === next.row ? next : line)) ?? null })
  const empty = (): HeaderLine => ({ row: newRow(), name: '', value: '' })
  if (readOnly && headers?.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{accountsText.headers}</legend>
      {headers === null ? (
        <p className={styles.note}>{accountsText.headersStored(account?.headerNames.join(', ') ?? '')}</p>
      ) : (
        headers.map((line, index) => (
          <div key={line.row} className={styles.scope}>
            <TextField
              label={accountsText.headerName(index + 1)}
              hideLabel
              mono
              value={line.name}
              placeholder="X-Header"
              onChange={(name) => replace({ ...line, name })}
            />
            <div className={styles.scopeId}>
              <TextField
                label={accountsText.headerValue(index + 1)}
                hideLabel
                mono
                type="password"
                value={line.value}
                placeholder={accountsText.value}
                onChange={(value) => replace({ ...line, value })}
              />
            </div>
            <IconButton
              label={accountsText.removeHeader(index + 1)}
              shortcut={null}
              icon={<Trash2 />}
              onClick={() => onChange({ headers: headers.filter((other) => other.row !== line.row) })}
            />
          </div>
        ))
      )}
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : null}
      {readOnly ? null : (
        <Button
          className={styles.add}
          icon={headers ? <Plus /> : <RotateCcw />}
          onClick={() => onChange({ headers: [...(headers ?? []), empty()] })}
        >
          {headers ? accountsText.addHeader : accountsText.replaceHeaders}
        </Button>
      )}
    </fieldset>
  )
}
