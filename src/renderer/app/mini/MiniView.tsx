import { Maximize2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Account } from '../../../shared/account'
import { catalogue } from '../../../shared/text/catalogue'
import { miniText } from '../../../shared/text/mini'
import { IconButton } from '../../components/IconButton'
import { isPressed } from '../../lib/shortcuts'
import { ServiceMark } from '../../providers/ServiceMark'
import { useAccountHealth } from '../../stores/health'
import { worst } from '../../stores/health-words'
import { setMini } from '../../stores/mini'
import { useRosterSummary, useSessionCounts } from '../../stores/roster'
import { showPlace } from '../../stores/section'
import { useWatchState } from '../../stores/watch-state'
import { useAccounts } from '../../stores/workspace'
import { HealthDot, HealthWords } from '../navigation/HealthSign'
import styles from './mini.module.css'

const leave = () => void setMini(false)

/** How many are live, in all and by account; a press on one leads to its sessions. */
export function MiniView() {
  const accounts = useAccounts().filter(({ enabled, hasCredential }) => enabled && hasCredential)
  const { total } = useRosterSummary()
  const { accounts: counts } = useSessionCounts()
  const { paused } = useWatchState()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isPressed('close', event)) leave()
  }
  return (
    <main className={styles.mini} aria-label={miniText.title} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h1 className={styles.total}>{miniText.live(total)}</h1>
        <IconButton
          ref={button}
          label={miniText.leave}
          shortcut="close"
          icon={<Maximize2 />}
          onClick={leave}
        />
      </header>
      {paused ? <p className={styles.note}>{miniText.paused}</p> : null}
      {accounts.length === 0 ? <p className={styles.note}>{miniText.noAccounts}</p> : null}
      <ul className={styles.accounts}>
        {accounts.map((account) => (
          <MiniAccount key={account.id} account={account} live={counts[account.id] ?? 0} />
        ))}
      </ul>
    </main>
  )
}

function MiniAccount({ account, live }: { account: Account; live: number }) {
  const health = worst(useAccountHealth(account.id))
  const open = () => {
    showPlace({ accountId: account.id, scopeKey: null })
    leave()
  }
  return (
    <li>
      <button type="button" className={styles.account} onClick={open}>
        <HealthDot state={health?.state ?? 'starting'} />
        <bdi className={styles.name}>
          <ServiceMark provider={account.provider} />
          {account.label}
        </bdi>
        {health ? <HealthWords health={health} /> : null}
        <span className={styles.count}>{catalogue.number(live)}</span>
      </button>
    </li>
  )
}
