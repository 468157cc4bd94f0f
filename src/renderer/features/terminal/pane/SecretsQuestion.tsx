import { useRef, useState } from 'react'
import type { TerminalPrompt } from '../../../../shared/terminal'
import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
import { Button } from '../../../components/Button'
import { Checkbox } from '../../../components/Checkbox'
import { TextField } from '../../../components/TextField'
import { usePresenter } from '../../../stores/presentation'
import { useWorkspace } from '../../../stores/workspace'
import styles from '../dialogs.module.css'
import { useTerminal } from '../terminals'
import { answerPrompt } from './answer'
import { Question } from './Question'

type Prompt = Extract<TerminalPrompt, { kind: 'secrets' }>

/** Asks for a password, a passphrase, or whatever else a server wants to know. */
export function SecretsQuestion({ paneId, prompt }: { paneId: string; prompt: Prompt }) {
  const presenter = usePresenter()
  const first = useRef<HTMLInputElement>(null)
  const [answers, setAnswers] = useState(() => prompt.fields.map(() => ''))
  const [remember, setRemember] = useState(false)
  // Two questions may read the same: their place tells them apart.
  const fields = prompt.fields.map((field, at) => ({ ...field, at, id: `question-${at}` }))
  const label = useTerminal(prompt.terminalId)?.label
  const canRemember = useWorkspace()?.keychain === 'available' && prompt.rememberAs !== null
  const giveUp = () => void answerPrompt(paneId, prompt, null)
  const send = () => void answerPrompt(paneId, prompt, answers, remember)
  return (
    <Question
      paneId={paneId}
      title={presenter.text(prompt.title)}
      description={label ? <bdi>{presenter.name('Host', label)}</bdi> : undefined}
      first={first}
      onGiveUp={giveUp}
      onSubmit={send}
      footer={
        <>
          <Button onClick={giveUp}>{commonText.cancel}</Button>
          <Button kind="primary" type="submit">
            {terminalText.answer}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {prompt.retry ? (
          <p className={styles.bad} role="alert">
            {terminalText.notAccepted}
          </p>
        ) : null}
        {prompt.instructions ? (
          <p className={styles.said}>
            <span className={styles.note}>{terminalText.serverSays}</span>{' '}
            <bdi>{presenter.text(prompt.instructions)}</bdi>
          </p>
        ) : null}
        {fields.map(({ id, at, label: question, hidden }) => (
          <TextField
            key={id}
            label={presenter.text(question)}
            type={hidden ? 'password' : 'text'}
            ref={at === 0 ? first : undefined}
            value={answers[at] ?? ''}
            onChange={(value) => setAnswers(answers.map((old, index) => (index === at ? value : old)))}
          />
        ))}
        {canRemember ? (
          <Checkbox label={terminalText.remember} checked={remember} onChange={setRemember} />
        ) : null}
      </div>
    </Question>
  )
}
