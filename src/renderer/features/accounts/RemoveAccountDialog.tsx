import { useRef, useState } from 'react'
import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
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
      title="Remove account"
      size="small"
      initialFocus={cancel}
      onClose={onClose}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" busy={busy} shortcut="submit">
            Remove {account.label}
          </Button>
        </>
      }
    >
      <p>
        Sessiondeck stops watching <strong>{account.label}</strong> ({providerCatalog[account.provider].name})
        and deletes its stored key. Nothing changes at the service.
      </p>
      {error ? <Problem text={error} /> : null}
    </Dialog>
  )
}
