import { Code } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { providerIds } from '../../../shared/ids'
import { namesOfThose, providerCatalog } from '../../../shared/providers/catalog'
import { scriptKey } from '../../../shared/script-facts'
import { catalogue } from '../../../shared/text/catalogue'
import { scriptsText } from '../../../shared/text/scripts'
import { PageHead } from '../../components/PageHead'
import section from '../../components/section.module.css'
import { useHealthStore } from '../../stores/health'
import { useSessionCounts } from '../../stores/roster'
import { useAccounts } from '../../stores/workspace'
import { NoFittingAccount } from '../accounts/NoFittingAccount'
import { CountedScript } from './CountedScript'
import { CountsOverview } from './CountsOverview'
import { ManagedScript } from './ManagedScript'
import { ScriptList } from './ScriptList'
import { type ScriptGroup, scriptGroups } from './script-entries'
import styles from './scripts.module.css'
import { loadCounts, type ScriptPlace, useScriptSection } from './section-state'

/** The scripts of all accounts whose service has them, and the page of the chosen one. */
export function ScriptsPanel() {
  const groups = useGroups()
  const place = useScriptSection((state) => state.place)
  useFreshCounts(groups)
  if (groups.length === 0) return <NoScripts />
  const shown = placeOf(groups, place)
  return (
    <section className={section.panel} aria-label={scriptsText.title}>
      <PageHead title={scriptsText.title} count={catalogue.number(countOf(groups))} />
      <div className={styles.panel}>
        <ScriptList groups={groups} place={shown} />
        <div className={styles.page}>
          <Page groups={groups} place={shown} />
        </div>
      </div>
    </section>
  )
}

const countOf = (groups: readonly ScriptGroup[]): number =>
  groups.reduce((sum, { entries }) => sum + entries.length, 0)

function useGroups(): readonly ScriptGroup[] {
  const accounts = useAccounts()
  const known = useScriptSection((state) => state.counts)
  const { scripts: listed } = useSessionCounts()
  return useMemo(() => {
    const counts = new Map(Array.from(known, ([id, { counts }]) => [id, counts ?? { counts: [] }]))
    return scriptGroups(accounts, { counts, listed })
  }, [accounts, known, listed])
}

/** What was chosen, as long as its account is there; else the first of all. */
function placeOf(groups: readonly ScriptGroup[], place: ScriptPlace | null): ScriptPlace | null {
  if (place && groups.some(({ account }) => account.id === place.accountId)) return place
  const [first] = groups
  if (!first) return null
  const scriptId = first.facts.kind === 'counted' ? null : (first.entries[0]?.scriptId ?? null)
  return { accountId: first.account.id, scriptId }
}

/** Takes the counts of every account that has them, at once and whenever a heartbeat may have counted anew. */
function useFreshCounts(groups: readonly ScriptGroup[]): void {
  const ids = groups.filter(({ facts }) => facts.kind === 'counted').map(({ account }) => account.id)
  const beats = useHealthStore(({ scopes }) =>
    Array.from(scopes.values(), (health) =>
      ids.includes(health.accountId) ? `${health.accountId} ${health.lastSuccessAt}` : '',
    ).join('\n'),
  )
  const wanted = `${ids.join(' ')}\n${beats}`
  useEffect(() => {
    const [accountIds = ''] = wanted.split('\n')
    for (const id of accountIds.split(' ').filter(Boolean)) void loadCounts(id, false)
  }, [wanted])
}

function Page({ groups, place }: { groups: readonly ScriptGroup[]; place: ScriptPlace | null }) {
  const group = groups.find(({ account }) => account.id === place?.accountId)
  if (!group || !place) return null
  const { account, facts, entries } = group
  const { scriptId } = place
  const live = entries.find((entry) => entry.scriptId === scriptId)?.live ?? 0
  if (scriptId === null)
    return facts.kind === 'counted' ? <CountsOverview account={account} entries={entries} /> : null
  const script = { accountId: account.id, scriptId }
  const shown = { account, script, live }
  return facts.kind === 'counted' ? (
    <CountedScript key={scriptKey(script)} {...shown} everybody={facts.everybodyAt(scriptId)} />
  ) : (
    <ManagedScript key={scriptKey(script)} {...shown} />
  )
}

/** What an account is added with at each service that has scripts. */
const needs = (): string[] =>
  providerIds.flatMap((id) => {
    const { name, scripts } = providerCatalog[id]
    return scripts ? [scriptsText.needs(name, scripts.needs)] : []
  })

const NoScripts = () => (
  <section className={section.panel} aria-label={scriptsText.title}>
    <PageHead title={scriptsText.title} />
    <NoFittingAccount
      icon={<Code />}
      title={scriptsText.emptyTitle}
      about={scriptsText.emptyAbout(namesOfThose(({ scripts }) => scripts !== null))}
      remedy={scriptsText.emptyRemedy(needs().join(', '))}
    />
  </section>
)
