import type { Account } from '../../../shared/account'
import { healthSignsText } from '../../../shared/text/health-signs'
import { navigationText } from '../../../shared/text/navigation'
import { classNames } from '../../components/class-names'
import button from '../../components/IconButton.module.css'
import { useAccountHealth } from '../../stores/health'
import { worst } from '../../stores/health-words'
import { useSessionCounts } from '../../stores/roster'
import { showPlace } from '../../stores/section'
import { useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'
import { firstLetter } from './first-letter'
import styles from './folded.module.css'
import { HealthCard } from './HealthCard'
import { HealthDot, healthWord } from './HealthSign'
import { ScopeMenu } from './ScopeMenu'

/** How each account is doing while the navigation is folded: its first letter with the sign of its health. */
export function FoldedAccounts() {
  const accounts = useAccounts()
  const { accounts: counts } = useSessionCounts()
  return (
    <ul className={styles.accounts} aria-label={navigationText.accounts}>
      {accounts.map((account) => (
        <Tile key={account.id} account={account} live={counts[account.id] ?? 0} />
      ))}
    </ul>
  )
}

function Tile({ account, live }: { account: Account; live: number }) {
  const scopes = useAccountHealth(account.id)
  const here = useView(({ place }) => place?.accountId === account.id)
  const watched = account.enabled && account.hasCredential
  const state = watched ? (worst(scopes)?.state ?? 'starting') : 'paused'
  const word = watched
    ? healthWord(state)
    : account.hasCredential
      ? healthSignsText.off
      : healthSignsText.noKey
  return (
    <ScopeMenu account={account} scopes={scopes} scope={null}>
      <li>
        <HealthCard account={account} scopes={scopes}>
          <button
            type="button"
            aria-label={navigationText.account(account.label, word, live)}
            aria-pressed={here}
            className={classNames(button.button, styles.tile)}
            onClick={() => showPlace(here ? null : { accountId: account.id, scopeKey: null })}
          >
            <span aria-hidden="true">{firstLetter(account.label)}</span>
            <HealthDot state={state} />
          </button>
        </HealthCard>
      </li>
    </ScopeMenu>
  )
}
