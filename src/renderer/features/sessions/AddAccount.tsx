import { Plus } from 'lucide-react'
import type { Workspace } from '../../../shared/contract'
import { sessionsText } from '../../../shared/text/sessions'
import { IconButton } from '../../components/IconButton'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'

/** Why no account can be added in a run whose accounts are given. */
function refusalIn(kind: Workspace['kind']): string | null {
  if (kind === 'managed') return sessionsText.accountsFromConfig
  return kind === 'demo' ? sessionsText.accountsOfDemo : null
}

/** Opens the form of a new account. */
export function AddAccount() {
  const refusal = refusalIn(useWorkspace()?.kind ?? 'own')
  return (
    <IconButton
      label={sessionsText.addAccount}
      shortcut={refusal === null ? 'addAccount' : null}
      icon={<Plus />}
      disabledReason={refusal}
      onClick={() => openDialog({ kind: 'account', accountId: null })}
    />
  )
}
