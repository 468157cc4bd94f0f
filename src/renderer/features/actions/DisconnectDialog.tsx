import { useRef, useState } from 'react'
import { columns } from '../../../shared/columns/columns'
import { rowLabel } from '../../../shared/list/row-label'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { SessionKey } from '../../../shared/session'
import { commonText } from '../../../shared/text/common'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { disconnectRefusal } from '../../actions/action-words'
import { earlierDisconnect } from '../../actions/outcome-words'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { RelativeTime } from '../../components/RelativeTime'
import { useIsShown } from '../../components/use-is-shown'
import { nothing } from '../../lib/format'
import { useSessionActions } from '../../stores/actions'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { serviceText } from '../../stores/service-text'
import { type ShownSession, useSession } from '../../stores/session'
import { useAccount, useSettings } from '../../stores/workspace'
import styles from './actions.module.css'
import { disconnectEffect } from './disconnect-effect'
import { LeftNotice } from './LeftNotice'
import { NotListedDialog } from './NotListedDialog'
import { sendAfterGrace } from './send-after-grace'
import { tellOutcome } from './tell-outcome'
import { useAsked } from './use-asked'

/** Asks before a session is disconnected, naming whom and what it does. */
export function DisconnectDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  if (!session)
    return (
      <NotListedDialog title={sessionActionsText.disconnectTitle}>
        {sessionActionsText.nothingToDisconnect}
      </NotListedDialog>
    )
  return <Confirm key={sessionKey} session={session} />
}

function Confirm({ session }: { session: ShownSession }) {
  const { leftAt } = session
  const { row, gone } = useAsked(session)
  const account = useAccount(row.accountId)
  const presenter = usePresenter()
  const names = presenter.row(row)
  const scripts = useScripts((state) => state.names)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const isShown = useIsShown()
  const { waitsBeforeSending } = useSettings()
  const underWay = row.disconnecting && !busy ? sessionActionsText.alreadyDisconnecting : null
  const refusal = gone ?? disconnectRefusal(row.provider) ?? underWay
  const before = earlierDisconnect(useSessionActions(row.key))
  const effect = disconnectEffect(row.provider)
  const disconnect = async () => {
    if (busy || refusal) return
    if (waitsBeforeSending) {
      closeDialog()
      void sendAfterGrace({ key: row.key, who: rowLabel(names), message: null })
      return
    }
    setBusy(true)
    setError(null)
    const result = await request('session.disconnect', { key: row.key })
    setBusy(false)
    if (!result.ok) {
      setError(result.error.message)
      return
    }
    const { outcome } = result.value
    const problem = outcome.kind === 'failed' || outcome.kind === 'unknown' ? outcome.error.message : null
    setError(problem)
    if (isShown()) {
      if (problem !== null) return
      closeDialog()
    }
    tellOutcome(result.value)
  }
  return (
    <Dialog
      title={sessionActionsText.disconnectTitle}
      size="small"
      initialFocus={cancel}
      onClose={closeDialog}
      onSubmit={() => void disconnect()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={closeDialog}>
            {commonText.cancel}
          </Button>
          <Button kind="danger" type="submit" busy={busy} disabledReason={refusal} shortcut="submit">
            {sessionActionsText.disconnect}
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        {gone === null ? null : (
          <LeftNotice user={rowLabel(names)} leftAt={leftAt} isWatched={session.isWatched} />
        )}
        <dl className={styles.facts}>
          <dt>{sessionActionsText.user}</dt>
          <dd>
            <bdi>
              <strong>{rowLabel(names)}</strong>
            </bdi>
          </dd>
          <dt>{sessionActionsText.service}</dt>
          <dd>{serviceText(row.provider, account?.label)}</dd>
          <dt>
            {providerCatalog[row.provider].machines ? sessionActionsText.machine : sessionActionsText.script}
          </dt>
          <dd>{columns.script.text(names, scripts) ?? nothing}</dd>
          <dt>{sessionActionsText.started}</dt>
          <dd>{row.startedAt === null ? nothing : <RelativeTime at={row.startedAt} />}</dd>
        </dl>
        {gone || effect === null ? null : <p className={styles.effect}>{effect}</p>}
        {before && !refusal && !busy && !error ? <AskedBefore {...before} /> : null}
        {error ? <Problem text={error} /> : null}
      </div>
    </Dialog>
  )
}

/** What a person should know who asks for the same once more. `requestedAt` is epoch ms. */
function AskedBefore({ requestedAt, text }: { requestedAt: number; text: string }) {
  const presenter = usePresenter()
  return (
    <p className={styles.effect}>
      {sessionActionsText.disconnectedBefore} <RelativeTime at={requestedAt} />. {presenter.text(text)}{' '}
      {sessionActionsText.sendsAgain}
    </p>
  )
}
