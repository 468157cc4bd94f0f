import type { Account } from '../../../shared/account'
import type { LookupQuestion } from '../../../shared/lookup'
import type { ScriptRef } from '../../../shared/script-facts'
import { scriptsText } from '../../../shared/text/scripts'
import { AllPages } from './AllPages'
import { ScriptHeader } from './ScriptHeader'
import { ScriptTitle } from './ScriptTitle'
import { SessionsButton } from './SessionsButton'
import styles from './scripts.module.css'
import { loadCounts, useCounts } from './section-state'

/** A script whose sessions the service counts: what the person calls it, how many run it, and who. */
export function CountedScript(props: {
  account: Account
  script: ScriptRef
  live: number
  /** What is asked for all of its sessions. */
  everybody: LookupQuestion
}) {
  const { account, script, live, everybody } = props
  const { counts, error, busy } = useCounts(account.id)
  return (
    <>
      <ScriptHeader
        title={<ScriptTitle script={script} renamable />}
        account={account}
        script={script}
        fresh={{ fetchedAt: counts?.fetchedAt ?? null, busy, error }}
        onRefresh={() => void loadCounts(account.id, true)}
      />
      <section aria-label={scriptsText.liveTitle} className={styles.block}>
        <p className={styles.total}>{scriptsText.liveSessions(live)}</p>
        <div className={styles.buttons}>
          <SessionsButton account={account} script={script} live={live} />
        </div>
      </section>
      <AllPages script={script} live={live} everybody={everybody} />
    </>
  )
}
