import { useRef, useState } from 'react'
import type { Action } from '../../../shared/action'
import type { CurlSubject } from '../../../shared/curl'
import { indentedJson } from '../../../shared/json-text'
import { rowLabel } from '../../../shared/list/row-label'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import { commonText } from '../../../shared/text/common'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { messageRefusal } from '../../actions/action-words'
import { CurlButton } from '../../actions/curl/CurlButton'
import { HandlerFields, TextFields } from '../../actions/MessageFields'
import { emptyMessage, type MessageErrors, messageOf } from '../../actions/message-form'
import { OutcomeLine } from '../../actions/OutcomeLine'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { CopyButton } from '../../components/CopyButton'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { useIsShown } from '../../components/use-is-shown'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import { useSessionActions } from '../../stores/actions'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { type ShownSession, useSession } from '../../stores/session'
import { useAccount, useSettings } from '../../stores/workspace'
import styles from './actions.module.css'
import { LeftNotice } from './LeftNotice'
import { NotListedDialog } from './NotListedDialog'
import { sendAfterGrace } from './send-after-grace'
import { tellOutcome } from './tell-outcome'
import { useAsked } from './use-asked'

type Step =
  | { kind: 'writing' }
  | { kind: 'sending'; since: number }
  | { kind: 'sent'; action: Action }
  | { kind: 'refused'; error: AppError }

/** Asks what to say to a session, sends it once, and shows what came back. */
export function MessageDialog({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  if (!session)
    return (
      <NotListedDialog title={sessionActionsText.messageTitle}>
        {sessionActionsText.nothingSent}
      </NotListedDialog>
    )
  return <Editor key={sessionKey} session={session} />
}

function Editor({ session }: { session: ShownSession }) {
  const { leftAt } = session
  const { row, gone } = useAsked(session)
  const facts = providerCatalog[row.provider]
  const account = useAccount(row.accountId)
  const presenter = usePresenter()
  const who = rowLabel(presenter.row(row))
  const [form, setForm] = useState(emptyMessage)
  const [errors, setErrors] = useState<MessageErrors>({})
  const [step, setStep] = useState<Step>({ kind: 'writing' })
  const text = useRef<HTMLTextAreaElement>(null)
  const handler = useRef<HTMLInputElement>(null)
  const sending = step.kind === 'sending'
  const refusal = messageRefusal(row.provider)
  const isShown = useIsShown()
  const { waitsBeforeSending } = useSettings()

  const send = async () => {
    if (sending || gone || refusal) return
    const message = messageOf(form, facts.message)
    setErrors(message.ok ? {} : message.error)
    if (!message.ok) return
    if (waitsBeforeSending) {
      closeDialog()
      void sendAfterGrace({ key: row.key, who, message: message.value })
      return
    }
    setStep({ kind: 'sending', since: performance.now() })
    const result = await request('session.message', { key: row.key, message: message.value })
    if (!result.ok) {
      setStep({ kind: 'refused', error: result.error })
      return
    }
    setStep({ kind: 'sent', action: result.value })
    if (isShown()) {
      // A text has no answer to read here.
      if (result.value.outcome.kind !== 'delivered') return
      closeDialog()
    }
    tellOutcome(result.value)
  }

  const asked = (): CurlSubject | null => {
    const message = messageOf(form, facts.message)
    setErrors(message.ok ? {} : message.error)
    return message.ok ? { kind: 'message', key: row.key, message: message.value } : null
  }

  const fields = {
    form,
    errors,
    readOnly: sending || gone !== null,
    onChange: (part: Partial<typeof form>) => {
      setForm((old) => ({ ...old, ...part }))
      setErrors({})
    },
  }
  return (
    <Dialog
      title={sessionActionsText.messageTitle}
      description={
        <>
          {sessionActionsText.to}{' '}
          <bdi>
            <strong>{who}</strong>
          </bdi>{' '}
          · {serviceText(row.provider, account?.label)}
        </>
      }
      keepOnOutsidePress
      initialFocus={facts.message === 'handler' ? handler : text}
      onClose={closeDialog}
      onSubmit={() => void send()}
      footer={
        <>
          {sending ? (
            <Waiting sessionKey={row.key} since={step.since} forAnswer={facts.message === 'handler'} />
          ) : null}
          <CurlButton subject={asked} disabledReason={refusal} />
          <Button shortcut="close" onClick={closeDialog}>
            {step.kind === 'writing' ? commonText.cancel : commonText.close}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={sending}
            shortcut="submit"
            disabledReason={gone ?? refusal}
          >
            {step.kind === 'writing' || sending ? sessionActionsText.send : sessionActionsText.sendAgain}
          </Button>
        </>
      }
    >
      <div className={layout.fields}>
        {gone === null ? null : <LeftNotice user={who} leftAt={leftAt} isWatched={session.isWatched} />}
        {refusal ? <p>{refusal}.</p> : null}
        {facts.message === 'text' ? <TextFields {...fields} first={text} /> : null}
        {facts.message === 'handler' ? <HandlerFields {...fields} first={handler} /> : null}
        {step.kind === 'refused' ? <Problem text={step.error.message} /> : null}
        {step.kind === 'sent' ? <Answer action={step.action} /> : null}
      </div>
    </Dialog>
  )
}

/**
 * Counts a wait that may be long: the budget may hold the request, and LuaAuth holds it until the client answers, up to
 * 60 s.
 */
function Waiting(props: { sessionKey: SessionKey; since: number; forAnswer: boolean }) {
  const { sessionKey, since, forAnswer } = props
  const held = useSessionActions(sessionKey).some(
    ({ kind, batchId, outcome }) => kind === 'message' && batchId === null && outcome.kind === 'planned',
  )
  const what = forAnswer ? sessionActionsText.waitingForClient : sessionActionsText.sending
  const elapsed = useNow((_now, monotonicMs) => duration(monotonicMs - since))
  return (
    <p role="status" className={styles.waiting}>
      {held ? sessionActionsText.queued : what} {elapsed}
    </p>
  )
}

function Answer({ action }: { action: Action }) {
  const { outcome } = action
  const presenter = usePresenter()
  const response = outcome.kind === 'answered' ? presenter.secret(indentedJson(outcome.response)) : null
  return (
    <section aria-label={sessionActionsText.answer} className={styles.answer}>
      <OutcomeLine action={action} mayTakeMs={null} />
      {outcome.kind === 'unknown' ? <p>{sessionActionsText.mayHaveArrived}</p> : null}
      {response === null ? null : (
        <div className={styles.response}>
          <pre>{response}</pre>
          <CopyButton what={sessionActionsText.copyAnswer} text={response} className={styles.copy} />
        </div>
      )}
    </section>
  )
}
