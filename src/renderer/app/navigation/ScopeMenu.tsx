import { SquareCode } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Account, Scope } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import { healthSignsText } from '../../../shared/text/health-signs'
import { copyCurl } from '../../actions/curl/copy-curl'
import { ContextMenu, MenuItem } from '../../components/Menu'
import type { TriggerProps } from '../../components/popup-props'
import { scopeName } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { ScopeBulkItems } from './ScopeBulkMenu'

/** The menu of what is asked for an account: what the health card offers to the pointer, for the keyboard too. */
export function ScopeMenu(props: {
  account: Account
  scopes: readonly ScopeHealth[]
  /** The one scope that it is about; `null`: the whole account. */
  scope: Scope | null
  children: ReactElement<TriggerProps>
}) {
  const { account, scopes } = props
  const presenter = usePresenter()
  const names = useScripts((state) => state.names)
  const nameOf = (scope: Scope) => scopeName(account, scope, names, presenter.secret)
  const items = scopes.map(({ key, scope }) => (
    <MenuItem
      key={key}
      icon={<SquareCode />}
      disabled={presenter.on}
      onSelect={() => void copyCurl({ kind: 'heartbeat', scopeKey: key })}
    >
      {scopes.length === 1 ? healthSignsText.copyHeartbeat : healthSignsText.copyHeartbeatOf(nameOf(scope))}
    </MenuItem>
  ))
  return (
    <ContextMenu
      label={props.scope === null ? account.label : nameOf(props.scope)}
      items={
        scopes.length === 0 ? null : (
          <>
            <ScopeBulkItems account={account} scope={props.scope} />
            {items}
          </>
        )
      }
    >
      {props.children}
    </ContextMenu>
  )
}
