import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
import { Button } from '../../../components/Button'
import { Kbd } from '../../../components/Kbd'
import { StateDot } from '../../../components/StateDot'
import { useNow } from '../../../lib/now'
import { usePresenter } from '../../../stores/presentation'
import { type PaneStanding, retryText } from './pane-words'
import styles from './panes.module.css'

/** What stands under a terminal that is not live: what happened, and how to go on. Its output stays above. */
export function PaneStatus(props: { standing: PaneStanding; onConnect(): void; onClose(): void }) {
  const { standing } = props
  const presenter = usePresenter()
  const retry = useNow((now) => retryText(standing.retryAt, now))
  if (standing.kind === 'live') return null
  const { kind, shape, tone, word, reason, canConnect } = standing
  return (
    <div className={styles.status} role="status" data-passing={!canConnect || undefined}>
      <StateDot shape={shape} tone={tone} word={word} />
      <p className={styles.reason}>
        <b>{standing.sentence}</b>
        {reason ? ` ${presenter.text(reason)}` : null}
        {retry ? <span className="tabular"> · {retry}</span> : null}
      </p>
      {canConnect ? (
        <>
          <Button onClick={props.onConnect}>
            {retry
              ? terminalText.reconnectNow
              : kind === 'idle'
                ? terminalText.connect
                : terminalText.reconnect}{' '}
            <Kbd keys="Enter" />
          </Button>
          <Button onClick={props.onClose}>{commonText.close}</Button>
        </>
      ) : null}
    </div>
  )
}
