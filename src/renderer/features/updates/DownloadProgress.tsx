import { updatesText } from '../../../shared/text/updates'
import type { UpdateState } from '../../../shared/update'
import { downloadProgress } from './update-words'
import styles from './updates.module.css'

/** How far the download is; nothing while there is none. */
export function DownloadProgress({ state }: { state: UpdateState }) {
  if (state.kind !== 'downloading') return null
  const { receivedBytes, next } = state
  return (
    <span className={styles.progress}>
      <progress aria-label={updatesText.progress} max={next.bytes} value={receivedBytes} />
      <span aria-hidden="true">{downloadProgress(receivedBytes, next.bytes)}</span>
    </span>
  )
}
