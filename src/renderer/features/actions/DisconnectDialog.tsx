import { useRef, useState } from 'react'
import type { SessionKey } from '../../../shared/session'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { RelativeTime } from '../../components/RelativeTime'
import { columnText, rowLabel } from '../../lib/row-text'
import { serviceText } from '../../lib/service-text'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { goneReason, type ShownSession, useSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { disconnectEffect, disconnectRefusal } from './action-words'
import styles from './actions.module.css'
import { LeftNotice } from './LeftNotice'
import { NotListedDialog } from './NotListedDialog'

/** Asks before a session is disconnected, naming whom and what it does. */
export function DisconnectDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  if (!session)
    return <NotListedDialog title="Disconnect session">There is nothing to disconnect.</NotListedDialog>
  return <Confirm key={sessionKey} session={session} />
}

function Confirm({ session }: { session: ShownSession }) {
  const { row, leftAt } = session
  const account = useAccount(row.accountId)
  const presenter = usePresenter()
  const names = presenter.row(row)
  const scripts = useScripts((state) => state.names)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const refusal = goneReason(session) ?? disconnectRefusal(row.provider)
  const disconnect = async () => {
    if (busy || refusal) return
    setBusy(true)
    setError(null)
    const result = await request('session.disconnect', { key: row.key })
    setBusy(false)
    if (!result.ok) setError(result.error.message)
    else if (result.value.outcome.kind === 'failed' || result.value.outcome.kind === 'unknown')
      setError(result.value.outcome.error.message)
    else closeDialog()
  }
  const isSsh = row.provider === 'vsay'
  return (
    <Dialog
      title="Disconnect session"
      size="small"
      initialFocus={cancel}
      onClose={closeDialog}
      onSubmit={() => void disconnect()}
      footer={
        <>
          <Button ref={cancel} shortcut="close" onClick={closeDialog}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" busy={busy} disabledReason={refusal} shortcut="submit">
            Disconnect
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        {leftAt === null ? null : (
          <LeftNotice user={rowLabel(names)} leftAt={leftAt} isWatched={session.isWatched} />
        )}
        <dl className={styles.facts}>
          <dt>User</dt>
          <dd>
            <bdi>
              <strong>{rowLabel(names)}</strong>
            </bdi>
          </dd>
          <dt>Service</dt>
          <dd>{serviceText(row.provider, account?.label)}</dd>
          <dt>{isSsh ? 'Machine' : 'Script'}</dt>
          <dd>{columnText(names, 'script', scripts) ?? '—'}</dd>
          <dt>Started</dt>
          <dd>{row.startedAt === null ? '—' : <RelativeTime at={row.startedAt} />}</dd>
        </dl>
        {leftAt === null ? <p className={styles.effect}>{disconnectEffect(row.provider)}</p> : null}
        {error ? <Problem text={error} /> : null}
      </div>
    </Dialog>
  )
}
