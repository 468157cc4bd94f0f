import { CloudOff, MoonStar, Plus, SearchX } from 'lucide-react'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import { freshness } from '../../lib/freshness'
import { evidenceLine, scopeTitle } from '../../lib/health-words'
import { openDialog } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { useRosterSummary } from '../../stores/roster'
import { clearNarrowing } from '../../stores/view'
import { useAccounts, useWorkspace } from '../../stores/workspace'
import styles from './SessionsPanel.module.css'

/** More proofs than these would not be read. */
const shownScopes = 4

const ask = () => void request('heartbeat.now', { accountId: null })

/** Why there is no row: nothing matches, nobody is online, nobody answers, or nobody has answered yet. */
export function EmptyList() {
  const { status, total } = useRosterSummary()
  const scopes = useHealthStore((state) => state.scopes)
  const accounts = useAccounts()
  const kind = useWorkspace()?.kind
  if (total > 0)
    return (
      <EmptyState
        icon={<SearchX />}
        title="No session matches"
        actions={<Button onClick={clearNarrowing}>Show all sessions</Button>}
      >
        None of the live sessions has what you search and filter for.
      </EmptyState>
    )
  if (accounts.length === 0 && kind !== undefined) return <NoAccount canAdd={kind === 'own'} />
  const all = [...scopes.values()]
  const { troubled } = freshness(all, accounts)
  const live = all.filter((health) => health.state === 'live')
  if (status === 'loading' || (live.length === 0 && troubled.length === 0 && !allPaused(all)))
    return (
      <div className={styles.loading}>
        <Skeleton lines={8} label="Asking the services" />
      </div>
    )
  const told = troubled.length > 0 ? troubled : live
  const title =
    live.length > 0
      ? troubled.length > 0
        ? 'Nobody is online where we can see'
        : 'Nobody is online'
      : troubled.length > 0
        ? 'Couldn’t reach your services'
        : 'Paused'
  return (
    <EmptyState
      icon={troubled.length > 0 ? <CloudOff /> : <MoonStar />}
      title={title}
      actions={<Button onClick={ask}>Ask again now</Button>}
    >
      {told.length === 0 ? 'Nothing is asked while paused. Resume on the left.' : null}
      <ul className={styles.evidence}>
        {told.slice(0, shownScopes).map((health) => (
          <li key={health.key}>
            <b>{scopeTitle(health, accounts)}</b>
            {health.summary}
            <code>{evidenceLine(health)}</code>
          </li>
        ))}
        {told.length > shownScopes ? <li>The others are on the left.</li> : null}
      </ul>
    </EmptyState>
  )
}

/** Somebody who is here for the terminals only. */
function NoAccount({ canAdd }: { canAdd: boolean }) {
  const add = () => openDialog({ kind: 'account', accountId: null })
  return (
    <EmptyState
      icon={<MoonStar />}
      title="No account yet"
      actions={
        canAdd ? (
          <Button icon={<Plus />} onClick={add}>
            Add an account
          </Button>
        ) : null
      }
    >
      The live sessions of your accounts are listed here. SSH hosts are on the left.
    </EmptyState>
  )
}

const allPaused = (all: readonly { state: string }[]): boolean =>
  all.length > 0 && all.every((health) => health.state === 'paused')
