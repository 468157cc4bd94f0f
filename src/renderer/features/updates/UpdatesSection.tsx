import type { Ref } from 'react'
import { settingLabelsText } from '../../../shared/text/setting-labels'
import { updatesText } from '../../../shared/text/updates'
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
    <section ref={ref} aria-label={updatesText.title} tabIndex={-1} className={styles.section}>
      <h3 className={layout.heading}>{updatesText.title}</h3>
      <div className={styles.line}>
        <p role="status">
          {updateSentence(state)}
          {state.kind === 'idle' && state.checkedAt !== null ? (
            <>
              {' '}
              {updatesText.checked} <RelativeTime at={state.checkedAt} />.
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
          <summary>{updatesText.whatsNew}</summary>
          <p className={styles.notes}>{notes}</p>
        </details>
      ) : null}
      {state.kind === 'off' ? null : (
        <Switch
          label={settingLabelsText.updateChecks}
          help={updatesText.checksHelp}
          checked={isChecking}
          onChange={onChecking}
        />
      )}
    </section>
  )
}
