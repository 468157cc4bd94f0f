import { useRef, useState } from 'react'
import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { accountsText } from '../../../shared/text/accounts'
import { commonText } from '../../../shared/text/common'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { closeDialog } from '../../stores/dialogs'

/** Asks, over the account's own dialog, before an account and its stored key are forgotten. */
export function RemoveAccountDialog({ account, onClose }: { account: Account; onClose(): void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const remove = async () => {
    if (busy) return
    setBusy(true)
    const result = await request('account.remove', { id: account.id })
    setBusy(false)
    if (result.ok) closeDialog()
    else setError(result.error.message)
  }
  return (
    <Dialog
      title={accountsText.removeTitle}
      size="small"
      initialFocus={cancel}
      onClose={onClose}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button kind="danger" type="submit" busy={busy} shortcut="submit">
            {accountsText.removeAccount(account.label)}
          </Button>
        </>
      }
    >
      <p>
        {accountsText.stopsWatching} <strong>{account.label}</strong>{' '}
        {accountsText.deletesKey(providerCatalog[account.provider].name)}
      </p>
      {error ? <Problem text={error} /> : null}
    </Dialog>
  )
}
