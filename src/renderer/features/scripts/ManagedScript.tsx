import { FileUp, Trash2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Account } from '../../../shared/account'
import { counted, grouped } from '../../../shared/counted'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ScriptInfo } from '../../../shared/script'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'
import type { CurlItem } from '../../actions/curl/CurlMenu'
import { OutcomeLine } from '../../actions/OutcomeLine'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { CopyButton } from '../../components/CopyButton'
import { Problem } from '../../components/Problem'
import { Skeleton } from '../../components/Skeleton'
import { Switch } from '../../components/Switch'
import { isolated } from '../../lib/direction'
import { nothing } from '../../lib/format'
import { loadScript, useKnownScript } from '../../stores/scripts'
import { showToast } from '../../stores/toasts'
import { EditForm } from './EditForm'
import { Executions } from './Executions'
import { KeptDraftNotice } from './KeptDraftNotice'
import { discardDraft, useKeptDraft } from './kept-drafts'
import { RemovedNotice } from './RemovedNotice'
import { RemoveScriptDialog } from './RemoveScriptDialog'
import { ScriptHeader } from './ScriptHeader'
import { ScriptTitle } from './ScriptTitle'
import { SessionsButton } from './SessionsButton'
import styles from './scripts.module.css'
import { forgetScript, useHasSource } from './section-state'
import { useScriptChange } from './use-script-change'

// With the editor, which nothing else waits for.
const SourceDialog = lazy(() =>
  import('./SourceDialog').then(({ SourceDialog }) => ({ default: SourceDialog })),
)

type OpenDialog = 'disable' | 'source' | 'remove' | null

/** A script that the service describes: what it is, how it is used, and everything that can be done to it. */
export function ManagedScript(props: { account: Account; script: ScriptRef; live: number }) {
  const { account, script, live } = props
  const service = providerCatalog[account.provider].name
  const { accountId, scriptId } = script
  const { info, error, busy } = useKnownScript(script)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [removed, setRemoved] = useState(false)
  const [asked, setAsked] = useState(0)
  const toggle = useScriptChange(script)
  const unsent = useHasSource(script)
  const kept = useKeptDraft(script)
  useEffect(() => void loadScript({ accountId, scriptId }), [accountId, scriptId])
  const switchTo = (enabled: boolean) => toggle.send(() => request('script.toggle', { ...script, enabled }))
  const close = () => setDialog(null)
  const name = info?.name || scriptId
  if (removed) return <RemovedNotice account={account} service={service} name={name} />
  return (
    <>
      <ScriptHeader
        title={<ScriptTitle script={script} renamable={!info?.name} />}
        account={account}
        script={script}
        fresh={{ fetchedAt: info?.fetchedAt ?? null, busy, error }}
        curls={scriptCurls(script, info)}
        onRefresh={() => {
          void loadScript(script)
          setAsked((times) => times + 1)
        }}
      />
      {kept ? (
        <KeptDraftNotice
          draft={kept}
          service={service}
          name={name}
          info={info}
          onContinued={(hasSource) => {
            if (hasSource) setDialog('source')
          }}
        />
      ) : null}
      {info ? (
        <>
          <Facts info={info} />
          <div className={styles.buttons}>
            <SessionsButton account={account} script={script} live={live} />
            <Button
              icon={<FileUp />}
              tooltip="Replace what users of this script run"
              disabledReason={kept ? 'Continue or discard the unsaved draft first' : null}
              onClick={() => setDialog('source')}
            >
              {unsent ? 'Update source… (unsaved)' : 'Update source…'}
            </Button>
          </div>
          <section aria-label="Enabled" className={styles.block}>
            <Switch
              label="Enabled"
              help="When off, nobody can run this script, even with a key."
              checked={info.enabled ?? false}
              disabled={toggle.step.kind === 'sending'}
              onChange={(enabled) => {
                if (!enabled && live > 0) setDialog('disable')
                else void switchTo(enabled)
              }}
            />
            {toggle.step.kind === 'done' ? (
              <OutcomeLine action={toggle.step.action} mayTakeMs={null} />
            ) : null}
            {toggle.step.kind === 'refused' ? <Problem text={toggle.step.error.message} /> : null}
          </section>
          <Executions key={asked} script={script} service={service} />
          {kept ? null : <EditForm script={script} service={service} info={info} />}
          <section aria-label="Remove" className={styles.block}>
            <h3 className={styles.subheading}>Remove</h3>
            <div className={styles.danger}>
              <p>{service} deletes the script for good. Nobody can run it afterwards.</p>
              <Button kind="danger-quiet" icon={<Trash2 />} onClick={() => setDialog('remove')}>
                Remove script…
              </Button>
            </div>
          </section>
        </>
      ) : busy ? (
        <Skeleton lines={6} label="Asking for the script" />
      ) : null}
      {dialog === 'disable' ? (
        <ConfirmDialog
          title="Disable script"
          confirm={`Disable ${name}`}
          onClose={close}
          onConfirm={() => void switchTo(false)}
        >
          <bdi>
            <strong>{name}</strong>
          </bdi>{' '}
          has {counted(live, 'live session')}. Disabled, it locks them out: nobody can run it until it is
          enabled again.
        </ConfirmDialog>
      ) : null}
      {dialog === 'source' ? (
        <Suspense fallback={null}>
          <SourceDialog
            script={script}
            service={service}
            name={name}
            live={live}
            onClose={close}
            onUpdated={() => {
              close()
              const text = `${isolated(name)} updated`
              showToast({ id: `updated ${scriptKey(script)}`, role: 'status', text, action: null })
            }}
          />
        </Suspense>
      ) : null}
      {dialog === 'remove' ? (
        <RemoveScriptDialog
          script={script}
          service={service}
          name={name}
          live={live}
          onClose={close}
          onRemoved={() => {
            forgetScript(script)
            if (kept) void discardDraft(kept)
            setRemoved(true)
          }}
        />
      ) : null}
    </>
  )
}

function Facts({ info }: { info: ScriptInfo }) {
  const figures = [
    ['Executions', info.totalExecutions],
    ['Sessions', info.totalSessions],
    ['Instances', info.totalInstances],
  ] as const
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null ? nothing : grouped(value)}</dd>
        </div>
      ))}
      <div>
        <dt>Project</dt>
        <dd>
          {info.projectId === null ? (
            nothing
          ) : (
            <>
              <code>{info.projectId}</code>
              <CopyButton what="project id" text={info.projectId} />
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** The requests about a script; those of an edit and of a new source are in their forms. */
function scriptCurls(script: ScriptRef, info: ScriptInfo | null): CurlItem[] {
  const enabled = info?.enabled ?? false
  return [
    { label: 'Info as curl', subject: { kind: 'script', ...script } },
    { label: 'Executions as curl', subject: { kind: 'script-executions', ...script } },
    {
      label: enabled ? 'Disable as curl' : 'Enable as curl',
      subject: { kind: 'script-toggle', ...script, enabled: !enabled },
    },
    { label: 'Remove as curl', subject: { kind: 'script-remove', ...script } },
  ]
}
