import { ChevronRight, Pencil } from 'lucide-react'
import type { Account } from '../../../shared/account'
import type { ScopeHealth } from '../../../shared/health'
import { catalogue } from '../../../shared/text/catalogue'
import { healthSignsText } from '../../../shared/text/health-signs'
import { navigationText } from '../../../shared/text/navigation'
import { classNames } from '../../components/class-names'
import { IconButton } from '../../components/IconButton'
import entry from '../../components/nav-entry.module.css'
import { ServiceMark } from '../../providers/ServiceMark'
import { openDialog } from '../../stores/dialogs'
import { useAccountHealth } from '../../stores/health'
import { scopeName, worst } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { showPlace } from '../../stores/section'
import { toggleAccount, useView } from '../../stores/view'
import { useWorkspace } from '../../stores/workspace'
import styles from './account.module.css'
import { HealthCard } from './HealthCard'
import { HealthDot, HealthWords } from './HealthSign'
import { ScopeBulkMenu } from './ScopeBulkMenu'
import { ScopeMenu } from './ScopeMenu'

/** An account: its health, its sessions, its scopes. A press narrows the list to it; another one shows all again. */
export function AccountItem({ account, live }: { account: Account; live: number }) {
  const scopes = useAccountHealth(account.id)
  const place = useView((view) => view.place)
  const collapsed = useView((view) => view.collapsedAccounts.includes(account.id))
  const here = place?.accountId === account.id && place.scopeKey === null
  const watched = account.enabled && account.hasCredential
  const health = watched ? worst(scopes) : undefined
  const several = scopes.length > 1
  const own = useWorkspace()?.kind === 'own'
  return (
    <li>
      <ScopeMenu account={account} scopes={scopes} scope={null}>
        <div className={entry.line} data-here={here || undefined}>
          <button
            type="button"
            className={styles.twist}
            aria-label={
              collapsed ? navigationText.showScopes(account.label) : navigationText.hideScopes(account.label)
            }
            aria-expanded={several ? !collapsed : undefined}
            data-idle={several ? undefined : true}
            tabIndex={several ? 0 : -1}
            onClick={() => toggleAccount(account.id)}
          >
            <ChevronRight aria-hidden />
          </button>
          <HealthCard account={account} scopes={scopes}>
            <button
              type="button"
              className={entry.place}
              aria-pressed={here}
              onClick={() => showPlace(here ? null : { accountId: account.id, scopeKey: null })}
            >
              <HealthDot state={watched ? (health?.state ?? 'starting') : 'paused'} />
              <bdi className={entry.label}>
                <ServiceMark provider={account.provider} />
                {account.label}
              </bdi>
              {watched ? null : (
                <span className={styles.word}>
                  {account.hasCredential ? healthSignsText.off : healthSignsText.noKey}
                </span>
              )}
              {health ? <HealthWords health={health} /> : null}
              <span className={styles.count}>{catalogue.number(live)}</span>
            </button>
          </HealthCard>
          <ScopeBulkMenu account={account} scope={null} name={account.label} />
          {own ? (
            <IconButton
              label={navigationText.edit(account.label)}
              shortcut={null}
              icon={<Pencil />}
              className={entry.edit}
              onClick={() => openDialog({ kind: 'account', accountId: account.id })}
            />
          ) : null}
        </div>
      </ScopeMenu>
      {several && !collapsed ? (
        <ul className={styles.scopes}>
          {scopes.map((each) => (
            <ScopeItem key={each.key} account={account} health={each} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function ScopeItem({ account, health }: { account: Account; health: ScopeHealth }) {
  const here = useView((view) => view.place?.scopeKey === health.key)
  const names = useScripts((state) => state.names)
  const presenter = usePresenter()
  const name = scopeName(account, health.scope, names, presenter.secret)
  return (
    <ScopeMenu account={account} scopes={[health]} scope={health.scope}>
      <li className={classNames(entry.line, styles.scope)} data-here={here || undefined}>
        <HealthCard account={account} scopes={[health]}>
          <button
            type="button"
            className={entry.place}
            aria-pressed={here}
            onClick={() => showPlace(here ? null : { accountId: account.id, scopeKey: health.key })}
          >
            <HealthDot state={health.state} />
            <bdi className={classNames(entry.label, styles.scopeName)}>{name}</bdi>
            <HealthWords brief health={health} />
            <span className={styles.count}>{catalogue.number(health.count)}</span>
          </button>
        </HealthCard>
        <ScopeBulkMenu account={account} scope={health.scope} name={name} />
      </li>
    </ScopeMenu>
  )
}
