import { Plus } from 'lucide-react'
import type { Workspace } from '../../../shared/contract'
import { HeadButton } from '../../components/HeadButton'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'

/** Why no account can be added in a run whose accounts are given. */
const refusals: Readonly<Record<Workspace['kind'], string | null>> = {
  own: null,
  managed: 'Accounts of this run come from its config file',
  demo: 'The demo workspace has its own accounts',
}

/** Opens the form of a new account. */
export function AddAccount() {
  const kind = useWorkspace()?.kind ?? 'own'
  return (
    <HeadButton
      label="Add account"
      word="Add account"
      shortcut={refusals[kind] === null ? 'addAccount' : null}
      icon={<Plus />}
      disabledReason={refusals[kind]}
      onClick={() => openDialog({ kind: 'account', accountId: null })}
    />
  )
}
