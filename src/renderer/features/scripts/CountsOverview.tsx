import type { Account } from '../../../shared/account'
import { counted, grouped } from '../../../shared/counted'
import { providerCatalog } from '../../../shared/providers/catalog'
import { EmptyState } from '../../components/EmptyState'
import { ScriptHeader } from './ScriptHeader'
import { ScriptName } from './ScriptName'
import type { ScriptEntry } from './script-entries'
import styles from './scripts.module.css'
import { loadCounts, showScript, useCounts } from './section-state'

/** How many run each script of an account, as the service counts. */
export function CountsOverview({ account, entries }: { account: Account; entries: readonly ScriptEntry[] }) {
  const { counts, error, busy } = useCounts(account.id)
  const { name } = providerCatalog[account.provider]
  const most = Math.max(1, ...entries.map(({ live }) => live))
  const sum = entries.reduce((total, { live }) => total + live, 0)
  return (
    <>
      <ScriptHeader
        title={<h2 className={styles.heading}>Live by script</h2>}
        account={account}
        script={null}
        fresh={{ fetchedAt: counts?.fetchedAt ?? null, busy, error }}
        onRefresh={() => void loadCounts(account.id, true)}
      />
      {entries.length === 0 ? (
        <EmptyState title="No script yet">
          {counts === null
            ? `${name} has not said which scripts there are.`
            : `${name} counts no script of this key’s owner.`}
        </EmptyState>
      ) : (
        <section aria-label="Live by script" className={styles.block}>
          <p className={styles.total}>
            {counted(counts?.total ?? sum, 'live session')} in {counted(entries.length, 'script')}
          </p>
          <ul className={styles.bars}>
            {entries.map((entry) => (
              <CountBar key={entry.scriptId} entry={entry} most={most} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function CountBar({ entry, most }: { entry: ScriptEntry; most: number }) {
  return (
    <li>
      <button
        type="button"
        className={styles.barRow}
        title="Show this script"
        onClick={() => showScript(entry)}
      >
        <ScriptName script={entry} />
        <span aria-hidden className={styles.track}>
          <span style={{ width: `${(100 * entry.live) / most}%` }} />
        </span>
        <span className={styles.count}>
          {grouped(entry.live)}
          <span className="visually-hidden"> live</span>
        </span>
      </button>
    </li>
  )
}
