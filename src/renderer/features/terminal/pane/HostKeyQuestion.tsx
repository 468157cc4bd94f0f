import { useRef } from 'react'
import type { TerminalPrompt } from '../../../../shared/terminal'
import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
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
      title={isNew ? terminalText.unknownKey : terminalText.anotherKey}
      description={<bdi>{presenter.name('Host', prompt.host)}</bdi>}
      first={cancel}
      onGiveUp={giveUp}
      footer={
        <>
          <Button ref={cancel} onClick={giveUp}>
            {commonText.cancel}
          </Button>
          <Button kind="primary" onClick={() => void answerPrompt(paneId, prompt, ['yes'])}>
            {terminalText.trust}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {isNew ? null : (
          <p className={styles.warning} role="alert">
            {terminalText.otherKeys(prompt.otherTypesKnown.join(', '))}
          </p>
        )}
        <p>
          {isNew ? `${terminalText.notSeen} ` : null}
          {terminalText.compare}
        </p>
        <dl className={styles.facts}>
          <dt>{terminalText.keyType}</dt>
          <dd>{prompt.keyType}</dd>
          <dt>{terminalText.fingerprint}</dt>
          <dd className={styles.fingerprint}>
            <code>{prompt.fingerprint}</code>
            <CopyButton what={terminalText.copyFingerprint} text={prompt.fingerprint} />
          </dd>
        </dl>
        <p className={styles.note}>{terminalText.keyAdded}</p>
      </div>
    </Question>
  )
}
