import { Ellipsis, MessageSquare, Timer, Unplug } from 'lucide-react'
import type { Account, Scope } from '../../../shared/account'
import type { BulkAim, BulkKind } from '../../../shared/bulk'
import { providerCatalog } from '../../../shared/providers/catalog'
import { navigationText } from '../../../shared/text/navigation'
import { classNames } from '../../components/class-names'
import { IconButton } from '../../components/IconButton'
import { Menu, MenuItem } from '../../components/Menu'
import entry from '../../components/nav-entry.module.css'
import { openBulk } from '../../stores/dialogs'
import { roster } from '../../stores/roster'
import styles from './account.module.css'

/** Everybody in a scope; of an account with several, everybody of the account. */
function everybody(account: Account, scope: Scope | null): BulkAim | null {
  const [only, other] = account.scopes
  const one = scope ?? (other ? null : (only ?? null))
  if (one) return { kind: 'scope', accountId: account.id, scope: one }
  return roster.counts.accounts[account.id] ? { kind: 'account', accountId: account.id } : null
}

type Props = { account: Account; scope: Scope | null }

const can = ({ enabled, provider }: Account) => {
  const { message, disconnect } = providerCatalog[provider]
  const says = enabled && message !== 'none'
  return { says, cuts: enabled && disconnect, anything: says || (enabled && disconnect) }
}

/** Items for everybody in an account or one of its scopes, as far as its service can. */
export function ScopeBulkItems({ account, scope }: Props) {
  const { says, cuts } = can(account)
  const ask = (action: BulkKind) => () => {
    const aim = everybody(account, scope)
    if (aim) openBulk({ action, aim })
  }
  return (
    <>
      {says ? (
        <MenuItem icon={<MessageSquare />} onSelect={ask('message')}>
          {navigationText.messageEveryone}
        </MenuItem>
      ) : null}
      {cuts ? (
        <MenuItem icon={<Unplug />} danger onSelect={ask('disconnect')}>
          {navigationText.disconnectEveryone}
        </MenuItem>
      ) : null}
      {says && cuts ? (
        <MenuItem icon={<Timer />} danger onSelect={ask('message-disconnect')}>
          {navigationText.messageWaitDisconnect}
        </MenuItem>
      ) : null}
    </>
  )
}

/** The same behind a button, for a keyboard. */
export function ScopeBulkMenu({ account, scope, name }: Props & { name: string }) {
  if (!can(account).anything) return null
  const label = navigationText.actionsFor(name)
  return (
    <Menu
      trigger={
        <IconButton
          label={label}
          shortcut={null}
          icon={<Ellipsis />}
          className={classNames(entry.edit, styles.everybody)}
        />
      }
    >
      <ScopeBulkItems account={account} scope={scope} />
    </Menu>
  )
}
