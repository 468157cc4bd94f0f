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
  if (standing.word === 'live') return null
  const { shape, tone, word, reason, canConnect } = standing
  const isAgain = word !== 'not connected'
  return (
    <div className={styles.status} role="status" data-passing={!canConnect || undefined}>
      <StateDot shape={shape} tone={tone} word={word} />
      <p className={styles.reason}>
        <b>{wordsAtStart[word] ?? `${word}.`}</b>
        {reason ? ` ${presenter.text(reason)}` : null}
        {retry ? <span className="tabular"> · {retry}</span> : null}
      </p>
      {canConnect ? (
        <>
          <Button onClick={props.onConnect}>
            {retry ? 'Reconnect now' : isAgain ? 'Reconnect' : 'Connect'} <Kbd keys="Enter" />
          </Button>
          <Button onClick={props.onClose}>Close</Button>
        </>
      ) : null}
    </div>
  )
}

const wordsAtStart: Readonly<Record<string, string>> = {
  connecting: 'Connecting…',
  'asks you': 'Waiting for your input',
  'not connected': 'Not connected.',
  failed: 'Not connected.',
  lost: 'Connection lost.',
  ended: 'Ended.',
}
