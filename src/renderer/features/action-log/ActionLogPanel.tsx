import { ArrowUp, CloudOff, Download, NotebookPen, SearchX } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { actionLogText } from '../../../shared/text/action-log'
import { catalogue } from '../../../shared/text/catalogue'
import { actionNames } from '../../actions/outcome-words'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { DataTable } from '../../components/grid/DataTable'
import { HeadButton } from '../../components/HeadButton'
import { MarkedWords, useMarkedWords } from '../../components/marked-words'
import { PageHead } from '../../components/PageHead'
import { Skeleton } from '../../components/Skeleton'
import section from '../../components/section.module.css'
import { TryAgain } from '../../components/TryAgain'
import { usePresenter } from '../../stores/presentation'
import { ActionDialog } from './ActionDialog'
import styles from './action-log.module.css'
import { batchName } from './batch-words'
import { ExportLogDialog } from './ExportLogDialog'
import { LogBar } from './LogBar'
import { logColumns, logOutcome } from './log-columns'
import { clearLogView, isLogNarrowed, useLogView } from './log-view'
import { shownAction } from './shown-action'
import { type Log, useLog } from './use-log'

const nothingSelected: ReadonlySet<string> = new Set()

/** Somebody reads: the pointer or the focus is in the rows, or they are scrolled away from the newest. */
function isRead(zone: HTMLElement | null): boolean {
  const scroller = zone?.querySelector('[role=grid]')?.parentElement
  if (!zone || !scroller) return false
  return scroller.scrollTop > 0 || scroller.matches(':hover') || scroller.contains(document.activeElement)
}

/** The record of every action: who was asked what, why, and what became of it. */
export function ActionLogPanel() {
  const view = useLogView()
  const presenter = usePresenter()
  const words = useMarkedWords(view.text, presenter.on)
  const zone = useRef<HTMLDivElement>(null)
  const isHeld = useCallback(() => isRead(zone.current), [])
  const { log, waiting, refresh, more } = useLog(view, isHeld)
  const [selected, setSelected] = useState(nothingSelected)
  const [open, setOpen] = useState<string | null>(null)
  const [exporting, setExporting] = useState(false)
  const columns = useMemo(() => {
    const names = new Map(log.batches.map((batch) => [batch.id, presenter.text(batchName(batch))]))
    return logColumns((id) => names.get(id) ?? actionLogText.bulkAction)
  }, [presenter, log.batches])
  const actions = useMemo(
    () => log.actions?.map((each) => shownAction(each, presenter)) ?? [],
    [log.actions, presenter],
  )
  const action = actions.find(({ id }) => id === open)
  return (
    <section className={section.panel} aria-label={actionLogText.title}>
      <PageHead title={actionLogText.title} count={log.actions === null ? '' : catalogue.number(log.total)}>
        <HeadButton
          label={actionLogText.export}
          word={actionLogText.exportWord}
          shortcut={null}
          icon={<Download />}
          disabledReason={log.total === 0 ? actionLogText.nothingToExport : null}
          onClick={() => setExporting(true)}
        />
      </PageHead>
      <LogBar total={log.total} batches={log.batches} />
      {log.problem === null ? null : (
        <p role="alert" className={styles.banner}>
          {log.problem}
        </p>
      )}
      <div ref={zone} className={section.middle}>
        <MarkedWords value={words}>
          <DataTable
            label={actionLogText.actions}
            columns={columns}
            rows={actions}
            rowKey={({ id }) => id}
            rowLabel={(row) => `${actionNames[row.kind]}, ${row.target}, ${logOutcome(row).text}`}
            onOpen={({ id }) => setOpen(id)}
            openKey={open}
            selection={{ selected, onChange: setSelected }}
            empty={<NoActions log={log} narrowed={isLogNarrowed(view)} onRetry={() => void refresh()} />}
            question={view}
            onNearEnd={more}
          />
        </MarkedWords>
      </div>
      <footer className={section.status}>
        {waiting > 0 && log.actions !== null && log.actions.length > 0 ? (
          <button
            type="button"
            title={actionLogText.showWaiting}
            className={section.waiting}
            onClick={() => void refresh()}
          >
            <ArrowUp aria-hidden /> {actionLogText.waiting(waiting)}
          </button>
        ) : null}
        {selected.size > 0 ? <span>{actionLogText.selected(selected.size)}</span> : null}
      </footer>
      {action ? (
        <ActionDialog
          action={action}
          batch={log.batches.find(({ id }) => id === action.batchId)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {exporting ? (
        <ExportLogDialog
          view={view}
          total={log.total}
          selected={(log.actions ?? []).filter(({ id }) => selected.has(id))}
          batches={log.batches}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </section>
  )
}

function NoActions({ log, narrowed, onRetry }: { log: Log; narrowed: boolean; onRetry(): void }) {
  if (log.error)
    return (
      <EmptyState
        icon={<CloudOff />}
        title={actionLogText.unreadTitle}
        actions={<TryAgain onRetry={onRetry} />}
      >
        {log.error.message}
      </EmptyState>
    )
  if (log.actions === null)
    return (
      <div className={section.loading}>
        <Skeleton lines={8} label={actionLogText.loading} />
      </div>
    )
  if (narrowed)
    return (
      <EmptyState
        icon={<SearchX />}
        title={actionLogText.noMatchTitle}
        actions={<Button onClick={clearLogView}>{actionLogText.clearFilters}</Button>}
      >
        {actionLogText.noMatch}
      </EmptyState>
    )
  return (
    <EmptyState icon={<NotebookPen />} title={actionLogText.emptyTitle}>
      {actionLogText.empty}
    </EmptyState>
  )
}
