import { type ReactNode, useCallback, useMemo } from 'react'
import { counted, grouped } from '../../../shared/counted'
import { classNames } from '../../components/class-names'
import { StateDot } from '../../components/StateDot'
import section from '../../components/section.module.css'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import { useHealthStore } from '../../stores/health'
import { evidenceLine, scopeTitle } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { useWatchState } from '../../stores/watch-state'
import { useAccounts } from '../../stores/workspace'
import { freshness } from './freshness'
import styles from './SessionsPanel.module.css'

function useFreshness() {
  const scopes = useHealthStore((state) => state.scopes)
  const accounts = useAccounts()
  return useMemo(() => freshness(scopes.values(), accounts), [scopes, accounts])
}

/** How old what is on screen is. */
export function Age() {
  const { oldestAt } = useFreshness()
  return useNow(
    useCallback(
      (now: number) => (oldestAt === null ? 'No data yet' : `Updated ${duration(now - oldestAt)} ago`),
      [oldestAt],
    ),
  )
}

/** Who waits to be shown, and what is wrong with the list, with the scopes that are to blame; nothing if all is well. */
export function StatusLine({ children }: { children: ReactNode }) {
  const accounts = useAccounts()
  const names = useScripts((state) => state.names)
  const presenter = usePresenter()
  const { paused, restarting } = useWatchState()
  const { silent, troubled, sweeping } = useFreshness()
  const [first] = troubled
  return (
    <footer className={classNames(section.status, styles.status)}>
      {children}
      {paused ? (
        <span className={styles.trouble}>
          <StateDot shape="bars" tone="muted" word="paused" /> Paused. Not polling.
        </span>
      ) : null}
      {restarting ? (
        <span className={styles.trouble}>
          <StateDot shape="half" tone="warn" word="restarting" /> The watcher stopped and is being restarted
        </span>
      ) : null}
      {silent > 0 ? <span>Waiting for {counted(silent, 'scope')}</span> : null}
      {first ? (
        <span className={styles.trouble} title={presenter.text(evidenceLine(first))}>
          <StateDot shape="half" tone="warn" word="stale" />
          <span className={styles.troubleWords}>
            {troubled.length > 1 ? `${grouped(troubled.length)} sources have problems. ` : ''}
            {scopeTitle(first, accounts, names, presenter.secret)}: {presenter.text(first.summary)}
          </span>
        </span>
      ) : null}
      {sweeping.map((health) => (
        <span key={health.key}>
          {scopeTitle(health, accounts, names, presenter.secret)}: read {grouped(health.sweep?.done ?? 0)}
          {health.sweep?.total == null ? '' : ` of ${grouped(health.sweep.total)}`}
        </span>
      ))}
    </footer>
  )
}
