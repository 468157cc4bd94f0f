import { FileUp, Trash2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ScriptInfo } from '../../../shared/script'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'
import { catalogue } from '../../../shared/text/catalogue'
import { scriptsText } from '../../../shared/text/scripts'
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
              tooltip={scriptsText.updateSourceTooltip}
              disabledReason={kept ? scriptsText.decideDraftFirst : null}
              onClick={() => setDialog('source')}
            >
              {unsent ? scriptsText.updateUnsavedSource : scriptsText.updateSource}
            </Button>
          </div>
          <section aria-label={scriptsText.enabled} className={styles.block}>
            <Switch
              label={scriptsText.enabled}
              help={scriptsText.enabledHelp}
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
          <section aria-label={scriptsText.remove} className={styles.block}>
            <h3 className={styles.subheading}>{scriptsText.remove}</h3>
            <div className={styles.danger}>
              <p>{scriptsText.removeAbout(service)}</p>
              <Button kind="danger-quiet" icon={<Trash2 />} onClick={() => setDialog('remove')}>
                {scriptsText.removeScript}
              </Button>
            </div>
          </section>
        </>
      ) : busy ? (
        <Skeleton lines={6} label={scriptsText.askingScript} />
      ) : null}
      {dialog === 'disable' ? (
        <ConfirmDialog
          title={scriptsText.disableTitle}
          confirm={scriptsText.disable(name)}
          onClose={close}
          onConfirm={() => void switchTo(false)}
        >
          <bdi>
            <strong>{name}</strong>
          </bdi>{' '}
          {scriptsText.disableWarning(live)}
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
              const text = scriptsText.sourceUpdated(isolated(name))
              showToast({ id: `updated:${scriptKey(script)}`, role: 'status', text, action: null })
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
    [scriptsText.executions, info.totalExecutions],
    [scriptsText.sessions, info.totalSessions],
    [scriptsText.instances, info.totalInstances],
  ] as const
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null ? nothing : catalogue.number(value)}</dd>
        </div>
      ))}
      <div>
        <dt>{scriptsText.project}</dt>
        <dd>
          {info.projectId === null ? (
            nothing
          ) : (
            <>
              <code>{info.projectId}</code>
              <CopyButton what={scriptsText.projectId} text={info.projectId} />
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
    { label: scriptsText.infoAsCurl, subject: { kind: 'script', ...script } },
    { label: scriptsText.executionsAsCurl, subject: { kind: 'script-executions', ...script } },
    {
      label: enabled ? scriptsText.disableAsCurl : scriptsText.enableAsCurl,
      subject: { kind: 'script-toggle', ...script, enabled: !enabled },
    },
    { label: scriptsText.removeAsCurl, subject: { kind: 'script-remove', ...script } },
  ]
}
