import { Trash2 } from 'lucide-react'
import type { Account } from '../../../shared/account'
import { scriptsText } from '../../../shared/text/scripts'
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
      title={scriptsText.removedTitle(name)}
      actions={
        own ? (
          <Button onClick={() => openDialog({ kind: 'account', accountId: account.id })}>
            {scriptsText.editAccount}
          </Button>
        ) : null
      }
    >
      {scriptsText.removedAbout(service, account.label)}
    </EmptyState>
  )
}
