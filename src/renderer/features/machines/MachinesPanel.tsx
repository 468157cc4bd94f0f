import { RefreshCw, Server } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Account, ProviderId } from '../../../shared/account'
import { namesOfThose, providerCatalog } from '../../../shared/providers/catalog'
import type { MachineFacts } from '../../../shared/providers/facts'
import { type StatisticsPeriod, statisticsPeriodSchema } from '../../../shared/statistics'
import { catalogue } from '../../../shared/text/catalogue'
import { commonText } from '../../../shared/text/common'
import { machinesText } from '../../../shared/text/machines'
import { CurlIconButton } from '../../actions/curl/CurlButton'
import { request } from '../../bridge'
import { HeadButton } from '../../components/HeadButton'
import { PageHead } from '../../components/PageHead'
import { Select } from '../../components/Select'
import section from '../../components/section.module.css'
import { Tabs } from '../../components/Tabs'
import { useHealthStore } from '../../stores/health'
import { useAccounts } from '../../stores/workspace'
import { NoFittingAccount } from '../accounts/NoFittingAccount'
import { EndedNote } from './EndedNote'
import { MachineSessions } from './MachineSessions'
import { MachineTable } from './MachineTable'
import { machinesOf } from './machines'
import { StatisticsAge, StatisticsView } from './StatisticsView'
import { sharedFailure, useAnswer } from './use-answer'
import { useEndedSessions } from './use-ended-sessions'
import { useLiveSessions } from './use-live-sessions'

const periods = () => statisticsPeriodSchema.options.map((value) => ({ value, label: machinesText[value] }))

const machinesAt = (provider: ProviderId) => providerCatalog[provider].machines

/** The services that have machines. */
const services = () => namesOfThose(({ machines }) => machines !== null, 'or')

/** The machines of an organisation, who was on them, and what the service counts. */
export function MachinesPanel() {
  const accounts = useAccounts().filter(({ provider, enabled }) => machinesAt(provider) && enabled)
  const [chosen, setChosen] = useState<string | null>(null)
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  const facts = account ? machinesAt(account.provider) : null
  return (
    <section className={section.panel} aria-label={machinesText.title}>
      {account && facts ? (
        <Organisation
          key={account.id}
          account={account}
          facts={facts}
          accounts={accounts}
          onChoose={setChosen}
        />
      ) : (
        <>
          <PageHead title={machinesText.title} />
          <NoFittingAccount
            icon={<Server />}
            title={machinesText.emptyTitle(services())}
            about={machinesText.emptyAbout(services())}
            remedy={machinesText.emptyRemedy(services())}
          />
        </>
      )}
    </section>
  )
}

function Organisation(props: {
  account: Account
  facts: MachineFacts
  accounts: readonly Account[]
  onChoose(id: string): void
}) {
  const { account, facts, accounts } = props
  const [period, setPeriod] = useState<StatisticsPeriod>('week')
  const [openKey, setOpenKey] = useState<string | null>(null)
  const statistics = useAnswer(
    useCallback(() => request('machine.statistics', { accountId: account.id, period }), [account.id, period]),
  )
  const ended = useEndedSessions(account.id, facts, period)
  const live = useLiveSessions(account.id)
  const top = statistics.answer.value?.topMachines ?? none
  const past = ended.answer.value?.sessions ?? none
  const machines = useMemo(() => machinesOf(live, past, top), [live, past, top])
  const again = () => {
    statistics.again()
    ended.again()
  }
  const failure = sharedFailure(statistics.answer, ended.answer)
  const isListed = useHealthStore(({ scopes }) =>
    [...scopes.values()].some(({ accountId, state }) => accountId === account.id && state === 'live'),
  )
  const knowledge =
    ended.answer.kind === 'loading'
      ? 'asking'
      : isListed && ended.answer.kind === 'ready'
        ? 'whole'
        : 'partial'
  const open = machines.find(({ key }) => key === openKey)
  const [lastOpen, setLastOpen] = useState<string | null>(null)
  const show = (key: string) => {
    setOpenKey(key)
    setLastOpen(key)
  }
  return (
    <>
      <PageHead
        title={machinesText.title}
        count={catalogue.number(machines.length)}
        facts={<StatisticsAge answer={statistics.answer} period={period} />}
      >
        {accounts.length > 1 ? (
          <Select
            label={machinesText.account}
            hideLabel
            value={account.id}
            options={accounts.map(({ id, label }) => ({ value: id, label }))}
            onChange={props.onChoose}
          />
        ) : null}
        <CurlIconButton
          label={machinesText.copyStatistics}
          subject={() => ({ kind: 'statistics', accountId: account.id, period })}
        />
        <HeadButton
          label={commonText.refresh}
          word={commonText.refresh}
          shortcut={null}
          icon={<RefreshCw />}
          onClick={again}
        />
      </PageHead>
      <Tabs label={machinesText.period} isSection value={period} options={periods()} onChange={setPeriod}>
        {open ? (
          <MachineSessions
            machine={open}
            knowledge={knowledge}
            accountId={account.id}
            onBack={() => setOpenKey(null)}
          />
        ) : (
          <>
            <StatisticsView
              answer={statistics.answer}
              period={period}
              missing={failure === null ? null : machinesText.endedMissingToo}
              onRetry={failure === null ? statistics.again : again}
              onOpen={show}
            />
            {failure === null ? <EndedNote answer={ended.answer} onRetry={ended.again} /> : null}
            <MachineTable
              machines={machines}
              knowledge={knowledge}
              lastOpen={lastOpen}
              onOpen={({ key }) => show(key)}
            />
          </>
        )}
      </Tabs>
    </>
  )
}

const none: readonly [] = []
