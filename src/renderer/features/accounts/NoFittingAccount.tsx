import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { accountsText } from '../../../shared/text/accounts'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'

/** A section that no account has anything for. What to do about it is said only to whoever can add one. */
export function NoFittingAccount(props: {
  icon: ReactNode
  title: string
  /** What the section is about. */
  about: string
  /** Which account to add, or to turn on, where that is a question. */
  remedy?: string
}) {
  const kind = useWorkspace()?.kind
  const add = () => openDialog({ kind: 'account', accountId: null })
  return (
    <EmptyState
      icon={props.icon}
      title={props.title}
      actions={
        kind === 'own' ? (
          <Button icon={<Plus />} shortcut="addAccount" onClick={add}>
            {accountsText.add}
          </Button>
        ) : null
      }
    >
      {props.about} {kind === 'managed' ? accountsText.fromConfig : null}
      {kind === 'own' ? props.remedy : null}
    </EmptyState>
  )
}
