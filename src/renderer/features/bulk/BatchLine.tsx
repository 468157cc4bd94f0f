import type { Batch, BulkCommand } from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { commonText } from '../../../shared/text/common'
import { batchCounts, batchState } from '../../actions/bulk-words'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { useNow } from '../../lib/now'
import { openDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { showToast } from '../../stores/toasts'
import { useBatch } from './bulk'
import styles from './bulk.module.css'

/** Steers a bulk action; says so where that failed. */
const control = (id: string, command: BulkCommand) => async (): Promise<void> => {
  const result = await request('bulk.control', { id, command })
  if (!result.ok)
    showToast({ id: `${id} ${command}`, role: 'alert', text: result.error.message, action: null })
}

/** One bulk action: how far it is, how long it takes, and what can be done about it. */
export function BatchLine({ id, brief = false }: { id: string; brief?: boolean }) {
  const batch = useBatch(id)
  const presenter = usePresenter()
  if (!batch) return null
  const { counts } = batch
  const over = counts.total - counts.planned - counts.sending
  return (
    <div className={styles.line}>
      <progress
        className={styles.progress}
        aria-label={bulkDialogsText.progressOf(presenter.text(batch.label))}
        max={counts.total}
        value={over}
      />
      <p className={styles.words} role="status">
        <b>{batchState(batch)}</b> <span>{batchCounts(batch)}</span>
        {batch.disconnectAt === null ? null : <Countdown at={batch.disconnectAt} />}
      </p>
      <Steering batch={batch} />
      {brief ? null : (
        <Button onClick={() => openDialog({ kind: 'batch', id })}>{bulkDialogsText.results}</Button>
      )}
    </div>
  )
}

function Countdown({ at }: { at: number }) {
  const seconds = useNow((now) => Math.max(0, Math.ceil((at - now) / 1_000)))
  return <span className={styles.countdown}>{bulkDialogsText.disconnectingIn(seconds)}</span>
}

function Steering({ batch: { id, state } }: { batch: Batch }) {
  switch (state) {
    case 'running':
      return (
        <>
          <Button onClick={control(id, 'pause')}>{bulkDialogsText.pause}</Button>
          <Button onClick={control(id, 'stop')}>{commonText.stop}</Button>
        </>
      )
    case 'paused':
      return (
        <>
          <Button onClick={control(id, 'resume')}>{bulkDialogsText.resume}</Button>
          <Button onClick={control(id, 'stop')}>{commonText.stop}</Button>
        </>
      )
    case 'counting':
      return (
        <>
          <Button onClick={control(id, 'cancel-disconnect')}>{bulkDialogsText.cancelDisconnect}</Button>
          <Button kind="danger-quiet" onClick={control(id, 'disconnect-now')}>
            {bulkDialogsText.disconnectNow}
          </Button>
        </>
      )
    default:
      return null
  }
}
