import { useRef, useState } from 'react'
import { providerCatalog } from '../../../shared/provider-catalog'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Problem } from '../../components/Problem'
import { closeDialog } from '../../stores/dialogs'
import { useAccount } from '../../stores/workspace'

/** Asks before an account and its stored key are forgotten. */
export function RemoveAccountDialog({ accountId }: { accountId: string }) {
  const account = useAccount(accountId)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  if (!account) return null
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
      onClose={closeDialog}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={closeDialog}>
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
