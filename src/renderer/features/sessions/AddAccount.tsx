import { Plus } from 'lucide-react'
import type { Workspace } from '../../../shared/contract'
import { sessionListText } from '../../../shared/text/session-list'
import { IconButton } from '../../components/IconButton'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'

/** Why no account can be added in a run whose accounts are given. */
function refusalIn(kind: Workspace['kind']): string | null {
  if (kind === 'managed') return sessionListText.accountsFromConfig
  return kind === 'demo' ? sessionListText.accountsOfDemo : null
}

/** Opens the form of a new account. */
export function AddAccount() {
  const refusal = refusalIn(useWorkspace()?.kind ?? 'own')
  return (
    <IconButton
      label={sessionListText.addAccount}
      shortcut={refusal === null ? 'addAccount' : null}
      icon={<Plus />}
      disabledReason={refusal}
      onClick={() => openDialog({ kind: 'account', accountId: null })}
    />
  )
}
