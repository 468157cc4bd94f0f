import { CloudOff, MoonStar, PauseCircle, PowerOff, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { emptinessText } from '../../../shared/text/emptiness'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import section from '../../components/section.module.css'
import { openDialog } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { evidenceLine, scopeTitle } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useRosterSummary } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { clearFilters, useView } from '../../stores/view'
import { useAccounts, useWorkspace } from '../../stores/workspace'
import { NoFittingAccount } from '../accounts/NoFittingAccount'
import { type Emptiness, emptiness, type Remedy } from './emptiness'
import styles from './SessionsPanel.module.css'

/** More proofs than these would not be read. */
const shownScopes = 6

const icons: Readonly<Record<Exclude<Emptiness['kind'], 'waiting'>, ReactNode>> = {
  'no-match': <SearchX />,
  off: <PowerOff />,
  paused: <PauseCircle />,
  nobody: <MoonStar />,
  trouble: <CloudOff />,
}

/** Why there is no row, the proof of it, and the one thing to do about it. */
export function EmptyList() {
  const roster = useRosterSummary()
  const scopes = useHealthStore((state) => state.scopes)
  const accounts = useAccounts()
  const presenter = usePresenter()
  const place = useView((view) => view.place)
  const searched = useView(
    ({ query, related, filters }) =>
      query.trim() !== '' || related !== null || Object.keys(filters).length > 0,
  )
  const names = useScripts((state) => state.names)
  const kind = useWorkspace()?.kind
  if (accounts.length === 0 && kind !== undefined) return <NoAccount />
  const why = emptiness({ roster, scopes: scopes.values(), accounts, place, searched })
  if (why.kind === 'waiting')
    return (
      <div className={section.loading}>
        <Skeleton lines={8} label={emptinessText.querying} />
      </div>
    )
  const { told } = why
  return (
    <EmptyState icon={icons[why.kind]} title={why.title} actions={<RemedyButton remedy={why.remedy} />}>
      {why.words}
      {told.length > 0 ? (
        <ul className={styles.evidence}>
          {told.slice(0, shownScopes).map((health) => (
            <li key={health.key}>
              <b>{scopeTitle(health, accounts, names, presenter.secret)}</b>
              {why.kind === 'nobody' ? null : presenter.text(health.summary)}
              <code>{presenter.text(evidenceLine(health))}</code>
            </li>
          ))}
          {told.length > shownScopes ? <li>{emptinessText.othersElsewhere}</li> : null}
        </ul>
      ) : null}
    </EmptyState>
  )
}

function RemedyButton({ remedy }: { remedy: Remedy }) {
  switch (remedy.kind) {
    case 'show-all':
      return <Button onClick={clearFilters}>{emptinessText.showAll}</Button>
    case 'ask':
      return (
        <Button onClick={() => void request('heartbeat.now', { accountId: null })}>
          {emptinessText.refresh}
        </Button>
      )
    case 'resume':
      return (
        <Button onClick={() => void request('watch.pause', { paused: false })}>{emptinessText.resume}</Button>
      )
    case 'edit':
      return (
        <Button onClick={() => openDialog({ kind: 'account', accountId: remedy.accountId })}>
          {emptinessText.openAccount}
        </Button>
      )
  }
}

/** Somebody who is here for the terminals only. */
const NoAccount = () => (
  <NoFittingAccount
    icon={<MoonStar />}
    title={emptinessText.noAccountTitle}
    about={emptinessText.noAccount}
  />
)
