import { RefreshCw, ScrollText } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import type { SessionKey } from '../../../shared/session'
import type { LogFormat } from '../../../shared/session-logs'
import { commonText } from '../../../shared/text/common'
import { logsText } from '../../../shared/text/logs'
import { CurlIconButton } from '../../actions/curl/CurlButton'
import { Cover, useCover } from '../../components/Cover'
import { Dialog } from '../../components/Dialog'
import { EmptyState } from '../../components/EmptyState'
import { FindLine } from '../../components/FindLine'
import { IconButton } from '../../components/IconButton'
import { Skeleton } from '../../components/Skeleton'
import { Tabs } from '../../components/Tabs'
import { TryAgain } from '../../components/TryAgain'
import { isPressed } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { useSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { LogList } from './LogList'
import { LogsFooter } from './LogsFooter'
import { isEmpty } from './log-lines'
import { findHits, hitsText } from './log-search'
import styles from './logs.module.css'
import { type LogsState, useLogs } from './use-logs'

const forms = () =>
  [
    { value: 'json', label: logsText.entries },
    { value: 'text', label: logsText.text },
  ] as const

const noLines: LogsState & { kind: 'ready' } = {
  kind: 'ready',
  logs: { kind: 'json', entries: [] },
  lines: { lines: [], left: 0 },
}

/** What was typed and printed in a session, to read, search, copy and save. Nothing of it can be changed here. */
export function LogsDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  const account = useAccount(session?.row.accountId ?? '')
  const [format, setFormat] = useState<LogFormat>('json')
  const [query, setQuery] = useState('')
  const [step, setStep] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const { state, refetch } = useLogs(sessionKey, format)
  const presenter = usePresenter()
  const { covered, show } = useCover()
  const names = session ? presenter.row(session.row) : null
  const { lines } = (state.kind === 'ready' ? state : noLines).lines
  // Typing stays quick over logs of megabytes: what is found follows.
  const searched = useDeferredValue(query)
  const hits = useMemo(() => findHits(lines, searched), [lines, searched])
  const current = hits.length === 0 ? -1 : ((step % hits.length) + hits.length) % hits.length

  const onKeyDown = (event: KeyboardEvent) => {
    // Without Ctrl or Cmd it is a character of the search.
    if (!(event.ctrlKey || event.metaKey) || !isPressed('search', event)) return
    event.preventDefault()
    // The list behind has the same key.
    event.stopPropagation()
    field.current?.select()
    field.current?.focus()
  }
  return (
    <Dialog
      title={logsText.title}
      description={
        session ? (
          <>
            <strong>{names ? rowLabel(names) : null}</strong>
            {names?.machineName ? ` ${logsText.onMachine(names.machineName)}` : ''} ·{' '}
            {serviceText(session.row.provider, account?.label)}
          </>
        ) : null
      }
      size="large"
      initialFocus={field}
      onClose={closeDialog}
      footer={
        <LogsFooter
          key={`${format} ${state.kind}`}
          sessionKey={sessionKey}
          state={state}
          refusal={covered ? logsText.showFirst : null}
        />
      }
    >
      <section aria-label={logsText.viewer} className={styles.viewer} onKeyDown={onKeyDown}>
        <Tabs
          label={logsText.view}
          value={format}
          options={forms()}
          onChange={(next) => {
            setFormat(next)
            setStep(0)
          }}
          tools={
            <>
              <FindLine
                label={logsText.find}
                field={field}
                query={query}
                result={hitsText(query, current, hits.length)}
                onQuery={(next) => {
                  setQuery(next)
                  setStep(0)
                }}
                onStep={(by) => setStep(current + by)}
              />
              <CurlIconButton subject={() => ({ kind: 'logs', key: sessionKey, format })} />
              <IconButton label={commonText.refresh} shortcut={null} icon={<RefreshCw />} onClick={refetch} />
            </>
          }
        >
          {covered ? (
            <Cover title={logsText.coveredTitle} onShow={show}>
              {logsText.covered}
            </Cover>
          ) : (
            <Content state={state} query={searched} hit={hits[current] ?? null} onRetry={refetch} />
          )}
        </Tabs>
      </section>
    </Dialog>
  )
}

function Content(props: {
  state: LogsState
  query: string
  hit: ReturnType<typeof findHits>[number] | null
  onRetry(): void
}) {
  const { state, query, hit, onRetry } = props
  const presenter = usePresenter()
  if (state.kind === 'loading') return <Skeleton lines={8} label={logsText.loading} />
  if (state.kind === 'failed')
    return (
      <div role="alert" className={styles.failed}>
        <p>{presenter.text(state.error.message)}</p>
        <TryAgain onRetry={onRetry} />
      </div>
    )
  if (isEmpty(state.logs))
    return (
      <EmptyState icon={<ScrollText />} title={logsText.emptyTitle}>
        {logsText.empty}
      </EmptyState>
    )
  return (
    <>
      {state.lines.left > 0 ? <p className={styles.left}>{logsText.linesLeft(state.lines.left)}</p> : null}
      <LogList lines={state.lines.lines} hasEntries={state.logs.kind === 'json'} query={query} hit={hit} />
    </>
  )
}
