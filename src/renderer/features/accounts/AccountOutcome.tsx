import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { accountsText } from '../../../shared/text/accounts'
import { usePresenter } from '../../stores/presentation'
import styles from './accounts.module.css'
import type { EditorStep } from './use-account-editor'

/** What a test found, why something failed, or the question where no keychain exists. */
export function AccountOutcome({ step }: { step: EditorStep }) {
  const presenter = usePresenter()
  const box = useRef<HTMLDivElement>(null)
  // The form may be longer than the window: an answer below its edge would look like none.
  useEffect(() => {
    if (step.kind !== 'editing') box.current?.scrollIntoView({ block: 'nearest' })
  }, [step.kind])
  return (
    <div ref={box} aria-live="polite" className={styles.outcome}>
      {step.kind === 'tested' ? (
        <div className={styles.good}>
          <CircleCheck aria-hidden="true" />
          <div>
            <p>{accountsText.works(step.found.sessions)}</p>
            <p className={styles.evidence}>{presenter.text(step.found.evidence)}</p>
          </div>
        </div>
      ) : null}
      {step.kind === 'failed' ? (
        <div className={styles.bad}>
          <CircleAlert aria-hidden="true" />
          <p>{presenter.text(step.error.message)}</p>
        </div>
      ) : null}
      {step.kind === 'asking' ? (
        <div className={styles.warn}>
          <CircleAlert aria-hidden="true" />
          <p>{accountsText.noKeychain}</p>
        </div>
      ) : null}
    </div>
  )
}
