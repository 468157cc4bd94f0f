import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ScopeChoice } from '../../../shared/providers/facts'
import { accountsText } from '../../../shared/text/accounts'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { RevealButton } from '../../components/RevealButton'
import { Select } from '../../components/Select'
import { TextField } from '../../components/TextField'
import { usePresenter } from '../../stores/presentation'
import { type FieldErrors, newRow, type ScopeLine } from './account-form'
import styles from './accounts.module.css'

/** What an account watches: a line per scope, in the kinds that its provider has. */
export function ScopesEditor(props: {
  provider: ProviderId
  scopes: readonly ScopeLine[]
  errors: FieldErrors
  readOnly: boolean
  onChange(scopes: readonly ScopeLine[]): void
}) {
  const { provider, scopes, errors, readOnly } = props
  const choices = providerCatalog[provider].scopeChoices
  const replace = (next: ScopeLine) =>
    props.onChange(scopes.map((line) => (line.row === next.row ? next : line)))
  const only = choices.length === 1 ? choices[0] : undefined
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{accountsText.scopes}</legend>
      {only?.kind === 'organisation' ? (
        <p className={styles.note}>
          {only.label}: {only.help}
        </p>
      ) : (
        <>
          {scopes.map((line, index) => (
            <ScopeRow
              key={line.row}
              number={index + 1}
              line={line}
              choices={choices}
              error={errors[`scopes.${index}.id`] ?? null}
              readOnly={readOnly}
              removable={scopes.length > 1}
              onChange={replace}
              onRemove={() => props.onChange(scopes.filter((other) => other.row !== line.row))}
            />
          ))}
          {errors.scopes ? (
            <p role="alert" className={styles.error}>
              {errors.scopes}
            </p>
          ) : null}
          {readOnly ? null : (
            <Button
              className={styles.add}
              icon={<Plus />}
              onClick={() => {
                const kind = scopes.at(-1)?.kind
                const choice = choices.find((each) => each.kind === kind) ?? choices[0]
                if (choice) props.onChange([...scopes, emptyLine(choice, newRow())])
              }}
            >
              {accountsText.addScope}
            </Button>
          )}
        </>
      )}
    </fieldset>
  )
}

const emptyLine = (choice: ScopeChoice, row: number): ScopeLine => ({
  kind: choice.kind,
  id: choice.kind === 'organisation' ? '*' : '',
  row,
})

function ScopeRow(props: {
  number: number
  line: ScopeLine
  choices: readonly ScopeChoice[]
  error: string | null
  readOnly: boolean
  removable: boolean
  onChange(line: ScopeLine): void
  onRemove(): void
}) {
  const { number, line, choices, error, readOnly } = props
  const choice = choices.find((each) => each.kind === line.kind)
  // What is being typed is seen; a personal id that was stored is hidden until asked for.
  const presenting = usePresenter().on && Boolean(choice?.personal)
  const [wasHidden, setHidden] = useState(Boolean(choice?.personal) && line.id !== '')
  const hidden = wasHidden || presenting
  return (
    <div className={styles.scope}>
      {choices.length > 1 && !readOnly ? (
        <Select
          label={accountsText.scopeKind(number)}
          hideLabel
          className={styles.kind}
          value={line.kind}
          options={choices.map(({ kind, label }) => ({ value: kind, label }))}
          onChange={(kind) => {
            const next = choices.find((each) => each.kind === kind)
            if (next) props.onChange(emptyLine(next, line.row))
            setHidden(false)
          }}
        />
      ) : (
        <span className={styles.kindWord}>{choice?.label ?? line.kind}</span>
      )}
      <div className={styles.scopeId}>
        {line.kind === 'organisation' ? (
          <p className={styles.scopeHelp}>{choice?.help}</p>
        ) : (
          <TextField
            label={`${choice?.label ?? line.kind} ${number}`}
            hideLabel
            mono
            type={hidden ? 'password' : 'text'}
            value={line.id}
            placeholder={choice?.placeholder}
            help={choice?.help}
            error={error}
            readOnly={readOnly}
            onChange={(id) => props.onChange({ ...line, id })}
            action={
              choice?.personal ? (
                <RevealButton what={choice.label} hidden={hidden} onChange={setHidden} />
              ) : null
            }
          />
        )}
      </div>
      {props.removable && !readOnly ? (
        <IconButton
          label={accountsText.removeScope(number)}
          shortcut={null}
          icon={<Trash2 />}
          onClick={props.onRemove}
        />
      ) : null}
    </div>
  )
}
