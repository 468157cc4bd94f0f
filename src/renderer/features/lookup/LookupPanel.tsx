import { Search, SearchX } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { Account } from '../../../shared/account'
import type { CurlSubject } from '../../../shared/curl'
import type { LookupQuestion } from '../../../shared/lookup'
import { commonText } from '../../../shared/text/common'
import { lookupText } from '../../../shared/text/lookup'
import { CurlIconButton } from '../../actions/curl/CurlButton'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { PageHead } from '../../components/PageHead'
import { Select } from '../../components/Select'
import { Skeleton } from '../../components/Skeleton'
import section from '../../components/section.module.css'
import { useSearchShortcut } from '../../components/use-search-shortcut'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import type { LookupErrors } from '../../providers/service'
import { services } from '../../providers/services'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { useAccounts } from '../../stores/workspace'
import { NoFittingAccount } from '../accounts/NoFittingAccount'
import { LookupResults } from './LookupResults'
import {
  changeForm,
  chooseAccount,
  type LookupRun,
  maskField,
  runLookup,
  stopLookup,
  useLookup,
} from './lookup'
import styles from './lookup.module.css'
import { questionOf } from './lookup-form'

const noErrors: LookupErrors = {}

/** Sessions by what a service can be asked for, whether an account watches them or not. */
export function LookupPanel() {
  const accounts = useAccounts().filter(({ enabled }) => enabled)
  const chosen = useLookup((state) => state.accountId)
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  return (
    <section className={section.panel} aria-label={lookupText.title}>
      <PageHead title={lookupText.title} />
      {account ? (
        <AccountLookup account={account} accounts={accounts} />
      ) : (
        <NoFittingAccount
          icon={<SearchX />}
          title={lookupText.emptyTitle}
          about={lookupText.emptyAbout}
          remedy={lookupText.emptyRemedy}
        />
      )}
    </section>
  )
}

function AccountLookup({ account, accounts }: { account: Account; accounts: readonly Account[] }) {
  const lookup = useLookup()
  const { layout, Fields } = services[account.provider].lookup
  const [refused, setRefused] = useState({ form: lookup.form, errors: noErrors })
  // Of another form nobody has said yet that it is wrong.
  const errors = refused.form === lookup.form ? refused.errors : noErrors
  const run: LookupRun = lookup.askedAccountId === account.id ? lookup.run : { kind: 'idle' }
  const form = useRef<HTMLFormElement>(null)
  const focusField = () => form.current?.querySelector<HTMLInputElement>('input:not([aria-hidden])')?.focus()
  useSearchShortcut(focusField)
  const stop = () => {
    // The button goes with what it stops.
    focusField()
    stopLookup()
  }
  const asked = (): LookupQuestion | null => {
    const question = questionOf(lookup.form, account.provider)
    setRefused({ form: lookup.form, errors: question.ok ? noErrors : question.error })
    if (question.ok) return question.value
    // What was refused is where the person looks next.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    return null
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const question = asked()
    if (question) void runLookup(account.id, question)
  }
  const subject = (): CurlSubject | null => {
    const question = asked()
    return question && { kind: 'lookup', accountId: account.id, question }
  }
  return (
    <>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <Select
          label={lookupText.account}
          value={account.id}
          options={accounts.map(({ id, provider, label }) => ({
            value: id,
            label: serviceText(provider, label),
          }))}
          onChange={chooseAccount}
        />
        <div className={styles.fields} data-layout={layout}>
          <Fields
            account={account}
            form={lookup.form}
            errors={errors}
            masked={lookup.masked}
            change={changeForm}
            mask={maskField}
          />
        </div>
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" icon={<Search />}>
            {lookupText.lookUp}
          </Button>
          <CurlIconButton subject={subject} />
        </div>
      </form>
      <Answer run={run} onStop={stop} />
    </>
  )
}

function Answer({ run, onStop }: { run: LookupRun; onStop(): void }) {
  const presenter = usePresenter()
  switch (run.kind) {
    case 'idle':
      return (
        <EmptyState icon={<Search />} title={lookupText.idleTitle}>
          {lookupText.idle}
        </EmptyState>
      )
    case 'asking':
      return <Asking since={run.since} onStop={onStop} />
    case 'failed':
      // That the service does not know what was asked for is its answer, not a fault.
      return run.error.kind === 'not-found' ? (
        <div role="status" className={styles.unknown}>
          <EmptyState icon={<SearchX />} title={lookupText.notFound}>
            {presenter.text(run.error.message)}
          </EmptyState>
        </div>
      ) : (
        <p role="alert" className={styles.failed}>
          {presenter.text(run.error.message)}
        </p>
      )
    case 'done':
      return <LookupResults answer={run.answer} />
  }
}

function Asking({ since, onStop }: { since: number; onStop(): void }) {
  const elapsed = useNow((_now, monotonicMs) => duration(monotonicMs - since))
  return (
    <div className={styles.asking}>
      <div className={styles.elapsed}>
        <p role="status">
          {/* Every second would be heard. */}
          {lookupText.asking} <span aria-hidden="true">{elapsed}</span>
        </p>
        <Button onClick={onStop}>{commonText.stop}</Button>
      </div>
      <Skeleton lines={6} label={lookupText.querying} />
    </div>
  )
}
