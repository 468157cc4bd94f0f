import { type ReactNode, useCallback, useMemo } from 'react'
import type { ScopeHealth } from '../../../shared/health'
import { rowStateText } from '../../../shared/text/row-state'
import { sessionListText } from '../../../shared/text/session-list'
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
      (now: number) =>
        oldestAt === null ? sessionListText.noData : sessionListText.updated(duration(now - oldestAt)),
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
          <StateDot shape="bars" tone="muted" word={sessionListText.pausedSign} /> {sessionListText.paused}
        </span>
      ) : null}
      {restarting ? (
        <span className={styles.trouble}>
          <StateDot shape="half" tone="warn" word={sessionListText.restartingSign} />{' '}
          {sessionListText.restarting}
        </span>
      ) : null}
      {silent > 0 ? <span>{sessionListText.silent(silent)}</span> : null}
      {first ? (
        <span className={styles.trouble} title={presenter.text(evidenceLine(first))}>
          <StateDot shape="half" tone="warn" word={rowStateText.stale} />
          <span className={styles.troubleWords}>
            {troubled.length > 1 ? `${sessionListText.troubled(troubled.length)} ` : ''}
            {scopeTitle(first, accounts, names, presenter.secret)}: {presenter.text(first.summary)}
          </span>
        </span>
      ) : null}
      {sweeping.map((health) => (
        <span key={health.key}>
          {sweepText(scopeTitle(health, accounts, names, presenter.secret), health.sweep)}
        </span>
      ))}
    </footer>
  )
}

/** How far the heartbeats have read a scope that has many pages. */
function sweepText(scope: string, sweep: ScopeHealth['sweep']): string {
  const done = sweep?.done ?? 0
  return sweep?.total == null
    ? sessionListText.sweep(scope, done)
    : sessionListText.sweepOf(scope, done, sweep.total)
}
