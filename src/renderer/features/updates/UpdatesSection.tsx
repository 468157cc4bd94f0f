import type { Ref } from 'react'
import { Button } from '../../components/Button'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { RelativeTime } from '../../components/RelativeTime'
import { Switch } from '../../components/Switch'
import { DownloadProgress } from './DownloadProgress'
import { updateProblem, updateSentence } from './update-words'
import { nextStep, useUpdates } from './updates'
import styles from './updates.module.css'

type UpdatesSectionProps = {
  ref?: Ref<HTMLElement>
  /** Whether it looks for new versions by itself. */
  isChecking: boolean
  onChecking(on: boolean): void
}

/** Everything about the next version: how things stand, what is new in it, and the next step. */
export function UpdatesSection({ ref, isChecking, onChecking }: UpdatesSectionProps) {
  const state = useUpdates((updates) => updates.state)
  if (!state) return null
  const step = nextStep(state)
  const problem = updateProblem(state)
  const notes = 'next' in state ? state.next.notes : ''
  return (
    <section ref={ref} aria-label="Updates" tabIndex={-1} className={styles.section}>
      <h3 className={layout.heading}>Updates</h3>
      <div className={styles.line}>
        <p role="status">
          {updateSentence(state)}
          {state.kind === 'idle' && state.checkedAt !== null ? (
            <>
              {' '}
              Checked <RelativeTime at={state.checkedAt} />.
            </>
          ) : null}
        </p>
        <DownloadProgress state={state} />
        {step ? (
          <Button key={step.label} kind={step.isPrimary ? 'primary' : 'quiet'} onClick={step.run}>
            {step.label}
          </Button>
        ) : null}
      </div>
      {problem ? <Problem text={problem} /> : null}
      {notes ? (
        <details open className={layout.more}>
          <summary>What’s new</summary>
          <p className={styles.notes}>{notes}</p>
        </details>
      ) : null}
      {state.kind === 'off' ? null : (
        <Switch
          label="Check for updates automatically"
          help="When Sessiondeck starts and every 6 hours. Nothing about you or this computer is sent, and nothing is downloaded until you say so."
          checked={isChecking}
          onChange={onChecking}
        />
      )}
    </section>
  )
}
