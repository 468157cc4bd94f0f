import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { catalogue } from '../../../shared/text/catalogue'
import { scriptsText } from '../../../shared/text/scripts'
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
        title={<h2 className={styles.heading}>{scriptsText.liveByScript}</h2>}
        account={account}
        script={null}
        fresh={{ fetchedAt: counts?.fetchedAt ?? null, busy, error }}
        onRefresh={() => void loadCounts(account.id, true)}
      />
      {entries.length === 0 ? (
        <EmptyState title={scriptsText.noScriptYet}>
          {counts === null ? scriptsText.scriptsUnknown(name) : scriptsText.noScriptCounted(name)}
        </EmptyState>
      ) : (
        <section aria-label={scriptsText.liveByScript} className={styles.block}>
          <p className={styles.total}>{scriptsText.liveInScripts(counts?.total ?? sum, entries.length)}</p>
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
        title={scriptsText.showScript}
        onClick={() => showScript(entry)}
      >
        <ScriptName script={entry} />
        <span aria-hidden className={styles.track}>
          <span style={{ width: `${(100 * entry.live) / most}%` }} />
        </span>
        <span className={styles.count}>
          {catalogue.number(entry.live)}
          <span className="visually-hidden"> {scriptsText.live}</span>
        </span>
      </button>
    </li>
  )
}
