import { useRef } from 'react'
import type { TerminalPrompt } from '../../../../shared/terminal'
import { Button } from '../../../components/Button'
import { CopyButton } from '../../../components/CopyButton'
import { usePresenter } from '../../../stores/presentation'
import styles from '../dialogs.module.css'
import { answerPrompt } from './answer'
import { Question } from './Question'

type Prompt = Extract<TerminalPrompt, { kind: 'host-key' }>

/**
 * Asks whether an unknown host key is the right one. Nothing secret has been sent before the answer. A host that is known
 * by other keys is not called new.
 */
export function HostKeyQuestion({ paneId, prompt }: { paneId: string; prompt: Prompt }) {
  const presenter = usePresenter()
  const cancel = useRef<HTMLButtonElement>(null)
  const giveUp = () => void answerPrompt(paneId, prompt, null)
  const isNew = prompt.otherTypesKnown.length === 0
  return (
    <Question
      paneId={paneId}
      title={isNew ? 'Unknown host key' : 'Another key of a known host'}
      description={<bdi>{presenter.name('Host', prompt.host)}</bdi>}
      first={cancel}
      onGiveUp={giveUp}
      footer={
        <>
          <Button ref={cancel} onClick={giveUp}>
            Cancel
          </Button>
          <Button kind="primary" onClick={() => void answerPrompt(paneId, prompt, ['yes'])}>
            Trust and connect
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {isNew ? null : (
          <p className={styles.warning} role="alert">
            You know this host by other keys ({prompt.otherTypesKnown.join(', ')}), and it offered none of
            them. It may have been set up anew, or it may be another machine that answers in its place.
          </p>
        )}
        <p>
          {isNew ? 'This host has not been seen from this machine before. ' : null}
          Compare the fingerprint with the one that its owner gave you. Until you agree, no password and no
          key is sent.
        </p>
        <dl className={styles.facts}>
          <dt>Key type</dt>
          <dd>{prompt.keyType}</dd>
          <dt>Fingerprint</dt>
          <dd className={styles.fingerprint}>
            <code>{prompt.fingerprint}</code>
            <CopyButton what="fingerprint" text={prompt.fingerprint} />
          </dd>
        </dl>
        <p className={styles.note}>The key will be added to your known_hosts file.</p>
      </div>
    </Question>
  )
}
