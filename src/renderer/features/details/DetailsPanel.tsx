import { Download, Eye, EyeOff, RefreshCw } from 'lucide-react'
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { SessionKey } from '../../../shared/session'
import { commonText } from '../../../shared/text/common'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { sessionDetailsText } from '../../../shared/text/session-details'
import { CurlMenu } from '../../actions/curl/CurlMenu'
import { act } from '../../actions/row-actions'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { IconButton } from '../../components/IconButton'
import { RelativeTime } from '../../components/RelativeTime'
import { Skeleton } from '../../components/Skeleton'
import { TryAgain } from '../../components/TryAgain'
import { pressedOf } from '../../lib/shortcuts'
import { openDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { roster, useSessionList } from '../../stores/roster'
import { useScriptName } from '../../stores/scripts'
import { awaitFocus } from '../../stores/section'
import { closeDetails, detailsEntered, useSelection } from '../../stores/selection'
import { type ShownSession, useSession } from '../../stores/session'
import { DetailRow } from './DetailRow'
import { DetailsHeader } from './DetailsHeader'
import styles from './details.module.css'
import { isMaskable } from './field-text'
import { Related } from './Related'
import { rowFacts, type Section } from './row-facts'
import { withScriptName } from './script-field'
import { sessionCurls } from './session-curls'
import { type DetailsState, useDetails } from './use-details'
import { useIdLength } from './use-id-length'

/** The panel on the right: everything about the session that is open; nothing while none is. */
export function DetailsPanel() {
  const open = useSelection((state) => state.open)
  return open === null ? null : <Details key={open} sessionKey={open} />
}

/** Closes the panel; the focus goes back to the row that it was opened from, or where the section begins. */
function close(): void {
  closeDetails()
  const row = document.querySelector<HTMLElement>('[role="grid"] tr[tabindex="0"]')
  if (row) row.focus()
  else awaitFocus()
}

const panelShortcuts = ['close', 'message', 'disconnect'] as const

/** The same keys as in the list, for the session that is open. */
const runs: Readonly<Record<(typeof panelShortcuts)[number], (key: SessionKey) => void>> = {
  close,
  message: (key) => act('message', key),
  disconnect: (key) => act('disconnect', key),
}

/** Takes the focus into the panel for somebody who is led here. */
function useEntrance(): RefObject<HTMLElement | null> {
  const awaitsFocus = useSelection((state) => state.awaitsFocus)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!awaitsFocus) return
    // The dialog that led here gives the focus back first.
    const closed = requestAnimationFrame(() => {
      detailsEntered()
      panel.current?.focus()
    })
    return () => cancelAnimationFrame(closed)
  }, [awaitsFocus])
  return panel
}

function Details({ sessionKey }: { sessionKey: SessionKey }) {
  const panel = useEntrance()
  const session = useSession(sessionKey)
  const isPending = useSessionList(() => roster.isPending(sessionKey))
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = pressedOf(panelShortcuts, event)
    if (!pressed) return
    event.preventDefault()
    runs[pressed](sessionKey)
  }
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={sessionDetailsText.title}
      className={styles.panel}
      onKeyDown={onKeyDown}
    >
      {session ? (
        <SessionDetails session={session} />
      ) : isPending ? null : (
        <EmptyState
          title={sessionDetailsText.notListedTitle}
          actions={<Button onClick={close}>{commonText.close}</Button>}
        >
          {sessionDetailsText.notListed}
        </EmptyState>
      )}
    </section>
  )
}

const nothingRevealed: ReadonlySet<string> = new Set()

function SessionDetails({ session }: { session: ShownSession }) {
  const { row } = session
  // A service may know a session that is over: a look-up found it so.
  const canFetch = session.leftAt === null || session.foundAt !== null
  const { state, refetch } = useDetails(row.key)
  const body = useRef<HTMLDivElement>(null)
  const idLength = useIdLength(body)
  const presenter = usePresenter()
  // What was revealed before presentation mode began is hidden by it.
  const [choice, setChoice] = useState({ presenter, revealed: nothingRevealed })
  const revealed = choice.presenter === presenter ? choice.revealed : nothingRevealed
  const setRevealed = (next: ReadonlySet<string>) => setChoice({ presenter, revealed: next })
  const script = useScriptName(row)
  const sections = withScriptName(state.details?.sections ?? [rowFacts(row)], script)
  const personal = sections.flatMap((section) =>
    section.fields.filter((field) => isMaskable(field, presenter)).map((field) => nameOf(section, field.id)),
  )
  const allRevealed = personal.length > 0 && personal.every((name) => revealed.has(name))
  const reveal = (name: string, shown: boolean) => {
    const next = new Set(revealed)
    if (shown) next.add(name)
    else next.delete(name)
    setRevealed(next)
  }
  return (
    <>
      <DetailsHeader session={session} onClose={close} />
      <div className={styles.bar}>
        <FetchedLine state={state} />
        {personal.length > 0 ? (
          <IconButton
            label={allRevealed ? sessionDetailsText.hideAll : sessionDetailsText.revealAll}
            shortcut={null}
            icon={allRevealed ? <EyeOff /> : <Eye />}
            onClick={() => setRevealed(new Set(allRevealed ? [] : personal))}
          />
        ) : null}
        <CurlMenu items={sessionCurls(row)} />
        <IconButton
          label={sessionDetailsText.export}
          shortcut={null}
          icon={<Download />}
          onClick={() => openDialog({ kind: 'export-details', key: row.key })}
        />
        <IconButton
          label={commonText.refresh}
          shortcut={null}
          icon={<RefreshCw />}
          disabledReason={canFetch ? null : sessionActionsText.hasLeft}
          onClick={refetch}
        />
      </div>
      <div ref={body} className={styles.sections}>
        {state.kind === 'failed' ? (
          <div role="alert" className={styles.failed}>
            <p>{presenter.text(state.error.message)}</p>
            {canFetch ? <TryAgain onRetry={refetch} /> : null}
          </div>
        ) : null}
        {sections.map((section, index) => (
          <Fragment key={section.title}>
            <section aria-label={section.title}>
              <h3 className={styles.heading}>{section.title}</h3>
              <dl>
                {section.fields.map((field) => {
                  const name = nameOf(section, field.id)
                  return (
                    <DetailRow
                      key={field.id}
                      field={field}
                      idLength={idLength}
                      revealed={revealed.has(name)}
                      onReveal={(shown) => reveal(name, shown)}
                    />
                  )
                })}
              </dl>
            </section>
            {index === 0 ? <Related row={row} details={state.details} /> : null}
          </Fragment>
        ))}
        {state.kind === 'loading' && !state.details ? (
          <Skeleton lines={6} label={sessionDetailsText.loading} />
        ) : null}
      </div>
    </>
  )
}

const nameOf = (section: Section, fieldId: string): string => `${section.title}/${fieldId}`

function FetchedLine({ state }: { state: DetailsState }) {
  if (state.kind === 'loading' && state.details) return <p>{sessionDetailsText.updating}</p>
  if (!state.details) return <p>{state.kind === 'failed' ? sessionDetailsText.fromList : ''}</p>
  return (
    <p>
      {sessionDetailsText.updated} <RelativeTime at={state.details.fetchedAt} />
    </p>
  )
}
