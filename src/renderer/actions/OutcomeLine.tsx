import { CircleAlert, CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import type { Action } from '../../shared/action'
import { classNames } from '../components/class-names'
import { duration } from '../lib/format'
import { useNow } from '../lib/now'
import { usePresenter } from '../stores/presentation'
import styles from './OutcomeLine.module.css'
import { type OutcomeTone, outcomeWords } from './outcome-words'

const icons: Record<OutcomeTone, React.ReactNode> = {
  busy: <LoaderCircle aria-hidden="true" className={styles.turning} />,
  good: <CircleCheck aria-hidden="true" />,
  warn: <CircleAlert aria-hidden="true" />,
  bad: <CircleX aria-hidden="true" />,
}

/** What became of an action; what is under way counts its time. */
export function OutcomeLine(props: { action: Action; mayTakeMs: number | null }) {
  const { action } = props
  const presenter = usePresenter()
  const { text, tone } = outcomeWords(action, props.mayTakeMs)
  const elapsed = useNow((now) =>
    // From the future: the clock was set back since.
    tone === 'busy' && now >= action.requestedAt ? duration(now - action.requestedAt) : null,
  )
  return (
    <div className={styles.outcome} data-tone={tone}>
      {icons[tone]}
      <p role="status">{presenter.text(text)}</p>
      {elapsed ? <span className={classNames(styles.elapsed, 'tabular')}>{elapsed}</span> : null}
    </div>
  )
}
