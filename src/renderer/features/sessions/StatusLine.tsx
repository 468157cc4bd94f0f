import { useCallback, useMemo } from 'react'
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

/** How old what is on screen is, and which scopes are to blame. */
export function StatusLine() {
  const scopes = useHealthStore((state) => state.scopes)
  const accounts = useAccounts()
  const names = useScripts((state) => state.names)
  const presenter = usePresenter()
  const { paused, restarting } = useWatchState()
  const fresh = useMemo(() => freshness(scopes.values(), accounts), [scopes, accounts])
  const { oldestAt, silent, troubled, sweeping } = fresh
  const old = useNow(
    useCallback(
      (now: number) =>
        oldestAt === null ? sessionListText.noData : sessionListText.updated(duration(now - oldestAt)),
      [oldestAt],
    ),
  )
  const [first] = troubled
  return (
    <footer className={classNames(section.status, styles.status)}>
      <span className={styles.fresh}>{old}</span>
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
