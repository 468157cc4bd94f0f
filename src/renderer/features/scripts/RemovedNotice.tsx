import { Trash2 } from 'lucide-react'
import type { Account } from '../../../shared/account'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'

/** What stands where a script was. */
export function RemovedNotice(props: { account: Account; service: string; name: string }) {
  const { account, service, name } = props
  const own = useWorkspace()?.kind === 'own'
  return (
    <EmptyState
      icon={<Trash2 />}
      title={`${name} was removed`}
      actions={
        own ? (
          <Button onClick={() => openDialog({ kind: 'account', accountId: account.id })}>Edit account</Button>
        ) : null
      }
    >
      {service} no longer has this script, but {account.label} still watches its ID. Take it off the account’s
      list so that nobody asks for it.
    </EmptyState>
  )
}
