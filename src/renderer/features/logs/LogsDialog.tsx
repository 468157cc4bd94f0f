import { RefreshCw, ScrollText } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { grouped } from '../../../shared/counted'
import { rowLabel } from '../../../shared/list/row-label'
import type { SessionKey } from '../../../shared/session'
import type { LogFormat } from '../../../shared/session-logs'
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

const forms = [
  { value: 'json', label: 'Entries' },
  { value: 'text', label: 'Text' },
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
      title="Session logs"
      description={
        session ? (
          <>
            <strong>{names ? rowLabel(names) : null}</strong>
            {names?.machineName ? ` on ${names.machineName}` : ''} ·{' '}
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
          refusal={covered ? 'Presentation mode: show the logs first' : null}
        />
      }
    >
      <section aria-label="Viewer" className={styles.viewer} onKeyDown={onKeyDown}>
        <Tabs
          label="View of the logs"
          value={format}
          options={forms}
          onChange={(next) => {
            setFormat(next)
            setStep(0)
          }}
          tools={
            <>
              <FindLine
                label="Find in the logs"
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
              <IconButton label="Refresh" shortcut={null} icon={<RefreshCw />} onClick={refetch} />
            </>
          }
        >
          {covered ? (
            <Cover title="Logs are covered" onShow={show}>
              Presentation mode is on, and names and addresses in what was typed and printed cannot be masked.
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
  if (state.kind === 'loading') return <Skeleton lines={8} label="Loading logs" />
  if (state.kind === 'failed')
    return (
      <div role="alert" className={styles.failed}>
        <p>{presenter.text(state.error.message)}</p>
        <TryAgain onRetry={onRetry} />
      </div>
    )
  if (isEmpty(state.logs))
    return (
      <EmptyState icon={<ScrollText />} title="No logs yet">
        Nothing was typed or printed in this session, or its service keeps none of it.
      </EmptyState>
    )
  return (
    <>
      {state.lines.left > 0 ? (
        <p className={styles.left}>
          {grouped(state.lines.left)} earlier lines are not shown. Copy and Save have all of them.
        </p>
      ) : null}
      <LogList lines={state.lines.lines} hasEntries={state.logs.kind === 'json'} query={query} hit={hit} />
    </>
  )
}
