import { useEffect, useRef, useState } from 'react'
import type { Account } from '../../../shared/account'
import type { Workspace } from '../../../shared/contract'
import { providerCatalog } from '../../../shared/providers/catalog'
import { accountsText } from '../../../shared/text/accounts'
import { commonText } from '../../../shared/text/common'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Switch } from '../../components/Switch'
import { TextField } from '../../components/TextField'
import { closeDialog } from '../../stores/dialogs'
import { serviceText } from '../../stores/service-text'
import { useAccount, useWorkspace } from '../../stores/workspace'
import { AccountOutcome } from './AccountOutcome'
import { AdvancedFields } from './AdvancedFields'
import { needsCredential } from './account-form'
import styles from './accounts.module.css'
import { ProviderCards } from './ProviderCards'
import { RemoveAccountDialog } from './RemoveAccountDialog'
import { ScopesEditor } from './ScopesEditor'
import { useAccountEditor } from './use-account-editor'

/** Adds an account, or changes one. `accountId: null` adds. */
export function AccountDialog({ accountId }: { accountId: string | null }) {
  const workspace = useWorkspace()
  const account = useAccount(accountId ?? '') ?? null
  if (!workspace || (accountId !== null && !account)) return null
  return <AccountEditor key={accountId} workspace={workspace} account={account} />
}

/** Where the key goes; nothing about a keychain that nobody has asked yet. */
const keeping = {
  available: 'keychainAvailable',
  unavailable: 'keychainUnavailable',
  unknown: 'keychainUnknown',
} as const satisfies Record<Workspace['keychain'], unknown>

function AccountEditor({ workspace, account }: { workspace: Workspace; account: Account | null }) {
  const editor = useAccountEditor(account, workspace.keychain, closeDialog)
  const { form, errors, step } = editor
  const [advanced, setAdvanced] = useState(false)
  const [removing, setRemoving] = useState(false)
  const keyField = useRef<HTMLInputElement>(null)
  const facts = providerCatalog[form.provider]
  const readOnlyReason = workspace.kind === 'own' ? null : accountsText[workspace.kind]
  const readOnly = readOnlyReason !== null
  const keyNeeded = needsCredential(form, account)
  const advancedErrors = ['baseUrl', 'authHeader', 'headers', 'requestsPerMinute']
  const showAdvanced =
    advanced || Object.keys(errors).some((path) => advancedErrors.some((name) => path.startsWith(name)))

  return (
    <Dialog
      title={account ? (readOnly ? accountsText.title : accountsText.editTitle) : accountsText.addTitle}
      description={account ? serviceText(account.provider, account.label) : undefined}
      size="medium"
      keepOnOutsidePress
      initialFocus={account ? undefined : keyField}
      onClose={closeDialog}
      onSubmit={readOnly ? closeDialog : () => void editor.save()}
      footer={
        readOnly ? (
          <Button shortcut="close" onClick={closeDialog}>
            {commonText.close}
          </Button>
        ) : (
          <Footer account={account} editor={editor} onRemove={() => setRemoving(true)} />
        )
      }
      over={
        account && removing ? (
          <RemoveAccountDialog account={account} onClose={() => setRemoving(false)} />
        ) : undefined
      }
    >
      <div className={layout.fields}>
        {readOnlyReason ? <p className={styles.notice}>{readOnlyReason}</p> : null}
        {account || readOnly ? null : <ProviderCards value={form.provider} onChange={editor.choose} />}
        <TextField
          label={accountsText.name}
          value={form.label}
          error={errors.label}
          maxLength={60}
          readOnly={readOnly}
          onChange={(label) => editor.change({ label })}
        />
        {readOnly ? null : (
          <TextField
            ref={keyField}
            label={accountsText.key}
            type="password"
            mono
            autoComplete="new-password"
            value={form.credential}
            placeholder={keyNeeded ? '' : accountsText.keyStored}
            error={errors.credential}
            help={
              <>
                {facts.credentialHelp} {accountsText[keeping[workspace.keychain]]}
              </>
            }
            onChange={(credential) => editor.change({ credential })}
          />
        )}
        <ScopesEditor
          provider={form.provider}
          scopes={form.scopes}
          errors={errors}
          readOnly={readOnly}
          onChange={(scopes) => editor.change({ scopes })}
        />
        {readOnly ? null : (
          <Switch
            label={accountsText.notify}
            help={accountsText.notifyHelp}
            checked={form.notify}
            onChange={(notify) => editor.change({ notify })}
          />
        )}
        <details
          className={layout.more}
          open={showAdvanced}
          onToggle={(event) => setAdvanced(event.currentTarget.open)}
        >
          <summary>{accountsText.advanced}</summary>
          <AdvancedFields
            form={form}
            account={account}
            errors={errors}
            readOnly={readOnly}
            onChange={editor.change}
          />
        </details>
        <AccountOutcome step={step} />
      </div>
    </Dialog>
  )
}

/** Takes the focus, so that a second Enter answers nothing by accident. */
function AskFooter({ onCancel }: { onCancel(): void }) {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <>
      <Button ref={cancel} onClick={onCancel}>
        {commonText.cancel}
      </Button>
      <Button kind="primary" type="submit">
        {accountsText.keepForRun}
      </Button>
    </>
  )
}

function Footer(props: {
  account: Account | null
  editor: ReturnType<typeof useAccountEditor>
  onRemove(): void
}) {
  const { account, editor } = props
  const { step } = editor
  const [switching, setSwitching] = useState(false)
  if (step.kind === 'asking') return <AskFooter onCancel={editor.back} />
  const toggle = async (id: string, enabled: boolean) => {
    setSwitching(true)
    const result = await request('account.enable', { id, enabled })
    setSwitching(false)
    if (result.ok) editor.change({ enabled })
    else editor.fail(result.error)
  }
  return (
    <>
      {account ? (
        <div className={styles.left}>
          <Button kind="danger-quiet" onClick={props.onRemove}>
            {accountsText.remove}
          </Button>
          <Button busy={switching} onClick={() => void toggle(account.id, !account.enabled)}>
            {account.enabled ? accountsText.disable : accountsText.enable}
          </Button>
        </div>
      ) : null}
      <Button
        busy={step.kind === 'testing'}
        tooltip={accountsText.testTooltip}
        onClick={() => void editor.test()}
      >
        {step.kind === 'testing' ? accountsText.testing : accountsText.test}
      </Button>
      <Button kind="primary" type="submit" busy={step.kind === 'saving'} shortcut="submit">
        {account ? commonText.save : accountsText.addTitle}
      </Button>
    </>
  )
}
